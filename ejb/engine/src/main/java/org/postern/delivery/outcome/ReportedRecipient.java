package org.postern.delivery.outcome;

import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.smtp.EnhancedStatus;

import java.time.Instant;
import java.util.Optional;

/**
 * What a sender is told of one recipient (RFC 3464, 2.3).
 *
 * @param recipient of the envelope
 * @param action what was done
 * @param diagnosis the last word
 * @param lastAttempt when that was
 */
public record ReportedRecipient(Recipient recipient, Action action, Diagnosis diagnosis, Instant lastAttempt) {
    private static final EnhancedStatus EXPIRED = new EnhancedStatus(4, 4, 7);

    /** {@return the status for the report: what the server said, or that the delivery time expired (RFC 3463, 3.5)} */
    public EnhancedStatus status() {
        return isExpired()
                ? EXPIRED
                : diagnosis.reply()
                        .status()
                        .orElseGet(() -> new EnhancedStatus(diagnosis.reply().code() / 100, 0, 0));
    }

    /** {@return whether the recipient will not get the message} */
    public boolean isFailed() {
        return action instanceof Action.Failed;
    }

    /** {@return whether it was tried until its time was over} */
    public boolean isExpired() {
        return action instanceof Action.Failed(boolean expired) && expired;
    }

    /** {@return whether the sender wants to hear of it} */
    public boolean isNoticeWanted() {
        return action.occasion().isWantedFor(recipient);
    }

    public Mailbox mailbox() {
        return recipient.mailbox();
    }

    /** {@return the recipient that the sender wrote, with its type, as it came (RFC 3461, 4.2)} */
    public Optional<String> originalRecipient() {
        return recipient.parameters().get("ORCPT");
    }
}
