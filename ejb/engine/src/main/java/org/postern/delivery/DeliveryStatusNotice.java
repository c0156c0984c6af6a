package org.postern.delivery;

import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sender is told about recipients that will not get the message (RFC 3464). There is none for the null reverse-path, so a
 * notice, whose own reverse-path is null, never causes another one (RFC 5321, 4.5.5).
 *
 * @param id the name of the notice, which is a message of its own
 * @param to the sender of the message
 * @param about the message
 * @param arrived when the gateway took the message
 * @param written when the notice was
 * @param failures at least one
 */
public record DeliveryStatusNotice(QueueId id, Mailbox to, Message about, Instant arrived, Instant written,
        List<FailedRecipient> failures) {
    public DeliveryStatusNotice {
        failures = List.copyOf(failures);
        if (failures.isEmpty() || about.envelope().reversePath().isNull()) {
            throw new IllegalArgumentException("a notice has failures to tell of, and somebody to tell");
        }
    }

    /** {@return the envelope identifier that the sender gave, xtext as it came (RFC 3461, 4.4)} */
    public Optional<String> envelopeId() {
        return about.envelope().parameters().get("ENVID");
    }
}
