package org.postern.delivery.outcome;

import org.postern.mail.Recipient;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a sender wants to hear of a recipient (RFC 3461, 4.1). */
public enum Occasion {
    SUCCESS, FAILURE, DELAY;

    /** {@return whether the sender wants to hear of this recipient then; without a wish, of what goes wrong} */
    public boolean isWantedFor(Recipient recipient) {
        Optional<String> wish = recipient.parameters().get("NOTIFY");
        return wish.isEmpty()
                ? this != SUCCESS
                : Arrays.asList(wish.get().toUpperCase(Locale.ROOT).split(",", -1)).contains(name());
    }
}
