package org.postern.notice;

import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.ReportedRecipient;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The part of a report that people read: what happened, in whose words, and what they can do. */
final class Explanation {
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEEE, d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** The lines of a server's reply that are shown for one recipient. */
    private static final int MOST_LINES = 10;

    private final DeliveryStatusNotice notice;
    private final Domain gateway;
    private final StringJoiner text = new StringJoiner("\r\n", "", "\r\n");

    Explanation(DeliveryStatusNotice notice, Domain gateway) {
        this.notice = notice;
        this.gateway = gateway;
    }

    String text(HeaderSection original, boolean full) {
        say("This is the mail gateway at " + gateway + ".");
        say("");
        inShort();
        say("");
        say("  Subject: " + Subject.of(original).orElse("(none)"));
        original.first("Date").ifPresent(date -> say("  Date:    " + Subject.printable(date)));
        say("  Name:    " + notice.about().id() + " (quote it when you ask the postmaster)");
        notice.recipients().forEach(this::tell);
        say("");
        say("What follows is meant for programs: the status of each recipient, and the");
        say(full ? "message as it was received." : "header of your message.");
        return text.toString();
    }

    private void inShort() {
        if (!notice.about(Action.Failed.class).isEmpty()) {
            say("Your message could not be delivered to everybody it was addressed to.");
            say("It will not be tried again for those who are named as not reached.");
        } else if (!notice.about(Action.Delayed.class).isEmpty()) {
            say("Your message has not reached everybody yet. THIS IS A WARNING ONLY:");
            say("it is tried again by itself. You do not need to send it again.");
        } else {
            say("You asked to be told what became of your message.");
        }
    }

    private void tell(ReportedRecipient recipient) {
        say("");
        switch (recipient.action()) {
            case Action.Failed failed -> {
                say("Not delivered: <" + recipient.mailbox() + ">");
                happened(recipient);
                advise(Advice.on(recipient));
            }
            case Action.Delayed(Instant until) -> {
                say("Not delivered yet: <" + recipient.mailbox() + ">");
                happened(recipient);
                advise("Nothing, for now. It is tried until " + DATE.format(until)
                        + "; you are told if it fails then.");
            }
            case Action.Delivered delivered -> say("Delivered: <" + recipient.mailbox() + ">");
            case Action.Relayed relayed -> {
                say("Passed on: <" + recipient.mailbox() + ">");
                say("");
                recipient.diagnosis()
                        .peer()
                        .ifPresent(server -> say("  The server " + Words.name(server) + " has taken it."));
                say("  That server does not report, so this is the last you hear of it.");
            }
            case Action.Expanded expanded ->
                say("Delivered to a list, which passes it on: <" + recipient.mailbox() + ">");
        }
    }

    private void happened(ReportedRecipient recipient) {
        say("");
        say("  What happened:");
        if (recipient.isExpired()) {
            say("    It was tried until its time was over, and never taken. At last:");
        }
        Diagnosis diagnosis = recipient.diagnosis();
        if (diagnosis.isInOurWords()) {
            Words.lines(diagnosis).forEach(line -> say("    " + Subject.printable(line)));
        } else {
            diagnosis.peer().ifPresent(server -> say("    The server " + Words.name(server) + " said:"));
            String code = Words.code(diagnosis);
            List<String> lines = Words.lines(diagnosis);
            lines.stream().limit(MOST_LINES).forEach(line -> say("    " + code + Subject.printable(line)));
            if (lines.size() > MOST_LINES) {
                say("    … and more, which the postmaster can look up.");
            }
        }
    }

    private void advise(String advice) {
        say("");
        say("  What you can do:");
        say("    " + advice);
    }

    private void say(String line) {
        text.add(line);
    }
}
