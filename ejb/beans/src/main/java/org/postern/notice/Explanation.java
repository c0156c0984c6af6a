package org.postern.notice;

import jakarta.mail.internet.MimeUtility;
import org.postern.delivery.DeliveryStatusNotice;
import org.postern.delivery.Diagnosis;
import org.postern.delivery.FailedRecipient;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.io.UnsupportedEncodingException;
import java.util.Optional;
import java.util.StringJoiner;

/** The part of a report that people read: what happened, in whose words, and what they can do. */
final class Explanation {
    private static final int MAX_SUBJECT = 200;

    private final DeliveryStatusNotice notice;
    private final Domain gateway;

    Explanation(DeliveryStatusNotice notice, Domain gateway) {
        this.notice = notice;
        this.gateway = gateway;
    }

    String text(HeaderSection original) {
        StringJoiner text = new StringJoiner("\r\n", "", "\r\n");
        text.add("This is the mail gateway at " + gateway + ".");
        text.add("");
        text.add("Your message could not be delivered to everybody it was addressed to.");
        text.add("It will not be tried again.");
        text.add("");
        text.add("  Subject: " + subject(original).orElse("(none)"));
        original.first("Date").ifPresent(date -> text.add("  Date:    " + printable(date)));
        text.add("  Name:    " + notice.about().id() + " (quote it when you ask the postmaster)");
        for (FailedRecipient failure : notice.failures()) {
            tell(failure, text);
        }
        text.add("");
        text.add("What follows is meant for programs: the status of each recipient, and the");
        text.add("header of your message.");
        return text.toString();
    }

    private static void tell(FailedRecipient failure, StringJoiner text) {
        text.add("");
        text.add("Not delivered: <" + failure.mailbox() + ">");
        text.add("");
        text.add("  What happened:");
        happened(failure, text);
        text.add("");
        text.add("  What you can do:");
        text.add("    " + Advice.on(failure));
    }

    private static void happened(FailedRecipient failure, StringJoiner text) {
        if (failure.expired()) {
            text.add("    It was tried until its time was over, and never taken. At last:");
        }
        if (failure.diagnosis() instanceof Diagnosis.Remote remote) {
            text.add("    The server " + remote.server() + " said:");
            String code = remote.reply().code() + " " + remote.reply().status().map(s -> s + " ").orElse("");
            remote.reply().lines().forEach(line -> text.add("    " + code + line));
        } else {
            failure.diagnosis().reply().lines().forEach(line -> text.add("    " + line));
        }
    }

    /** {@return the subject of the message as people read it} */
    static Optional<String> subject(HeaderSection original) {
        return original.first("Subject").map(Explanation::decoded).map(Explanation::printable);
    }

    private static String decoded(String encoded) {
        try {
            return MimeUtility.decodeText(encoded);
        } catch (UnsupportedEncodingException unknown) {
            return encoded;
        }
    }

    private static String printable(String text) {
        String shortened = text.length() > MAX_SUBJECT ? text.substring(0, MAX_SUBJECT) + "…" : text;
        StringBuilder printable = new StringBuilder(shortened.length());
        shortened.chars().forEach(c -> printable.append(Character.isISOControl(c) ? ' ' : (char) c));
        return printable.toString();
    }
}
