package org.postern.notice;

import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.ReportedRecipient;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;
import org.postern.smtp.wire.Xtext;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The part of a report that programs read (RFC 3464, 2): fields about the message, then a block of fields for each recipient. */
final class StatusFields {
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String FROM = "from ";

    private final Form form;
    private final FieldText text = new FieldText();

    StatusFields(DeliveryStatusNotice notice, Domain gateway, HeaderSection original, Form form) {
        this.form = form;
        notice.envelopeId().flatMap(Xtext::decode).ifPresent(id -> text.field("Original-Envelope-Id", id));
        text.field("Reporting-MTA", "dns; " + gateway);
        receivedFrom(original).ifPresent(mta -> text.field("Received-From-MTA", "dns; " + mta));
        text.field("Arrival-Date", date(notice.arrived()));
        text.field("X-Postern-Queue-Id", notice.about().id().text());
        notice.recipients().forEach(this::recipient);
    }

    byte[] octets() {
        return form.octets(text.toString());
    }

    private void recipient(ReportedRecipient recipient) {
        text.blankLine();
        recipient.originalRecipient()
                .flatMap(orcpt -> Addresses.written(orcpt, form))
                .ifPresent(address -> text.field("Original-Recipient", address));
        text.field("Final-Recipient", Addresses.used(recipient.mailbox(), form));
        text.field("Action", recipient.action().word());
        text.field("Status", recipient.status().toString());
        recipient.diagnosis().peer().ifPresent(server -> text.field("Remote-MTA", "dns; " + Words.name(server)));
        text.field("Diagnostic-Code", diagnostic(recipient.diagnosis()));
        text.field("Last-Attempt-Date", date(recipient.lastAttempt()));
        if (recipient.action() instanceof Action.Delayed(Instant until)) {
            text.field("Will-Retry-Until", date(until));
        }
    }

    /** The trace field on top is the gateway's own: it begins with the name that the client gave. */
    private static Optional<String> receivedFrom(HeaderSection original) {
        return original.first("Received")
                .filter(field -> field.startsWith(FROM) && field.indexOf(' ', FROM.length()) > 0)
                .map(field -> field.substring(FROM.length(), field.indexOf(' ', FROM.length())));
    }

    /** The words of a server stand there as SMTP, ours under a name of our own (RFC 3464, 2.3.6). */
    private static String diagnostic(Diagnosis diagnosis) {
        String type = diagnosis.isInOurWords() ? "x-postern; " : "smtp; ";
        return type + Words.code(diagnosis) + String.join(" ", Words.lines(diagnosis));
    }

    private static String date(Instant time) {
        return DATE.format(time);
    }
}
