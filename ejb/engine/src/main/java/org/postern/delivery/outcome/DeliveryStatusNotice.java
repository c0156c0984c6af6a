package org.postern.delivery.outcome;

import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sender is told about recipients: that they will not get the message, not yet, or have it (RFC 3464). There is none for the null reverse-path, so a
 * notice, whose own reverse-path is null, never causes another one (RFC 5321, 4.5.5).
 *
 * @param id the name of the notice, which is a message of its own
 * @param to the sender of the message
 * @param about the message
 * @param arrived when the gateway took the message
 * @param written when the notice was
 * @param recipients at least one
 */
public record DeliveryStatusNotice(QueueId id, Mailbox to, Message about, Instant arrived, Instant written,
        List<ReportedRecipient> recipients) {
    public DeliveryStatusNotice {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty() || about.envelope().reversePath().isNull()) {
            throw new IllegalArgumentException("a notice has recipients to tell of, and somebody to tell");
        }
    }

    /** {@return those of whom the same was done, in the order of the envelope} */
    public List<ReportedRecipient> about(Class<? extends Action> action) {
        return recipients.stream().filter(recipient -> action.isInstance(recipient.action())).toList();
    }

    /** {@return whether the sender wants the whole message back (RFC 3461, 4.3): with a failure, and with nothing else} */
    public boolean isFullWanted() {
        return !about(Action.Failed.class).isEmpty()
                && about.envelope().parameters().get("RET").filter("FULL"::equalsIgnoreCase).isPresent();
    }

    /** {@return the envelope identifier that the sender gave, xtext as it came (RFC 3461, 4.4)} */
    public Optional<String> envelopeId() {
        return about.envelope().parameters().get("ENVID");
    }
}
