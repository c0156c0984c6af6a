package org.postern.notice;

import org.postern.delivery.DeliveryStatusNotice;
import org.postern.delivery.Diagnosis;
import org.postern.delivery.FailedRecipient;
import org.postern.delivery.NextServer;
import org.postern.mail.Domain;
import org.postern.smtp.Reply;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The part of a report that programs read (RFC 3464, 2): fields about the message, then a block of fields for each recipient. */
final class StatusFields {
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MAX_LINE = 76;

    private final StringBuilder text = new StringBuilder();

    StatusFields(DeliveryStatusNotice notice, Domain gateway) {
        notice.envelopeId().ifPresent(id -> field("Original-Envelope-Id", Xtext.decode(id)));
        field("Reporting-MTA", "dns; " + gateway);
        field("Arrival-Date", date(notice.arrived()));
        field("X-Postern-Queue-Id", notice.about().id().text());
        notice.failures().forEach(this::recipient);
    }

    byte[] octets() {
        return NoticeComposer.ascii(text.toString());
    }

    private void recipient(FailedRecipient failure) {
        text.append("\r\n");
        failure.originalRecipient().ifPresent(original -> field("Original-Recipient", typed(original)));
        field("Final-Recipient", "rfc822; " + failure.mailbox());
        field("Action", "failed");
        field("Status", failure.status().toString());
        failure.diagnosis().peer().ifPresent(server -> field("Remote-MTA", "dns; " + mta(server)));
        field("Diagnostic-Code", diagnostic(failure.diagnosis()));
        field("Last-Attempt-Date", date(failure.lastAttempt()));
    }

    /** {@return the name of a server, in brackets if it is an address} */
    private static String mta(NextServer server) {
        boolean nameless = server.name().equals(server.address().getHostAddress());
        return nameless ? "[" + server.name() + "]" : server.name();
    }

    /** The words of a server stand there as SMTP, ours under a name of our own (RFC 3464, 2.3.6). */
    private static String diagnostic(Diagnosis diagnosis) {
        Reply reply = diagnosis.reply();
        String type = diagnosis instanceof Diagnosis.Remote ? "smtp; " : "x-postern; ";
        return type + reply.code() + " " + reply.status().map(s -> s + " ").orElse("")
                + String.join(" ", reply.lines());
    }

    private static String typed(String original) {
        int semicolon = original.indexOf(';');
        return original.substring(0, semicolon + 1) + " " + Xtext.decode(original.substring(semicolon + 1));
    }

    private static String date(Instant time) {
        return DATE.format(time);
    }

    /** Appends a field, folded at spaces where there are any. */
    private void field(String name, String body) {
        int lineStart = text.length();
        text.append(name).append(':');
        for (String word : body.split(" ", -1)) {
            if (text.length() - lineStart + 1 + word.length() > MAX_LINE && text.length() > lineStart) {
                text.append("\r\n");
                lineStart = text.length();
            }
            text.append(' ').append(word);
        }
        text.append("\r\n");
    }
}
