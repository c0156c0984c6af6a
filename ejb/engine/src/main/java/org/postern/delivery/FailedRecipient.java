package org.postern.delivery;

import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.smtp.EnhancedStatus;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One recipient that will not get the message.
 *
 * @param recipient of the envelope
 * @param diagnosis the last word
 * @param expired whether the last word was a temporary one, but the time is over
 * @param lastAttempt when that was
 */
public record FailedRecipient(Recipient recipient, Diagnosis diagnosis, boolean expired, Instant lastAttempt) {
    private static final EnhancedStatus EXPIRED = new EnhancedStatus(4, 4, 7);
    private static final EnhancedStatus UNDEFINED = new EnhancedStatus(5, 0, 0);

    /** {@return the status for the report: what the server said, or that the delivery time expired (RFC 3463, 3.5)} */
    public EnhancedStatus status() {
        return expired ? EXPIRED : diagnosis.reply().status().orElse(UNDEFINED);
    }

    /** {@return whether the sender wants to hear of it (RFC 3461, 4.1); without a wish, yes} */
    public boolean isNoticeWanted() {
        Optional<String> wish = recipient.parameters().get("NOTIFY");
        return wish.isEmpty() || wish.get().toUpperCase(Locale.ROOT).contains("FAILURE");
    }

    public Mailbox mailbox() {
        return recipient.mailbox();
    }

    /** {@return the recipient that the sender wrote, with its type, xtext as it came (RFC 3461, 4.2)} */
    public Optional<String> originalRecipient() {
        return recipient.parameters().get("ORCPT");
    }
}
