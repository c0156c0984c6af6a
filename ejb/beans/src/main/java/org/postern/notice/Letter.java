package org.postern.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.util.Date;
import java.util.Optional;

/** The header section of a report. */
final class Letter extends OwnLetter {
    private static final int MAX_SUBJECT = 150;
    private static final int MAX_MESSAGE_ID = 250;

    Letter(Session session, DeliveryStatusNotice notice, Domain gateway, HeaderSection original)
            throws MessagingException {
        super(session, "<" + notice.id() + "@" + gateway + ">");
        setHeader("From", "Mail Delivery <postmaster@" + gateway + ">");
        setHeader("To", "<" + notice.to() + ">");
        setSubject(subject(notice, original), "UTF-8");
        setSentDate(Date.from(notice.written()));
        setHeader("Auto-Submitted", "auto-replied");
        Optional<String> about = original.first("Message-ID").filter(Letter::isMessageId);
        if (about.isPresent()) {
            setHeader("In-Reply-To", about.get());
            setHeader("References", about.get());
        }
    }

    private static String subject(DeliveryStatusNotice notice, HeaderSection original) {
        String subject = inShort(notice) + ": " + Subject.of(original).orElse("your message");
        return subject.length() > MAX_SUBJECT ? subject.substring(0, MAX_SUBJECT) + "…" : subject;
    }

    private static String inShort(DeliveryStatusNotice notice) {
        if (!notice.about(Action.Failed.class).isEmpty()) {
            return "Not delivered";
        }
        if (!notice.about(Action.Delayed.class).isEmpty()) {
            return "Not delivered yet";
        }
        return notice.about(Action.Relayed.class).isEmpty() ? "Delivered" : "Passed on";
    }

    private static boolean isMessageId(String text) {
        return text.startsWith("<") && text.endsWith(">") && text.length() <= MAX_MESSAGE_ID
                && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
