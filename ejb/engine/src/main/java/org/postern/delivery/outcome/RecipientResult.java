package org.postern.delivery.outcome;

import org.postern.mail.Recipient;

/**
 * What one attempt made of one recipient: a positive reply is a delivery, a transient one wants another attempt, a permanent one
 * none.
 */
public record RecipientResult(Recipient recipient, Diagnosis diagnosis) {
    public boolean isDelivered() {
        return diagnosis.reply().isPositive();
    }

    public boolean isDeferred() {
        return diagnosis.reply().isTransient();
    }

    public boolean isFailed() {
        return diagnosis.reply().isPermanent();
    }
}
