package org.postern.routing;

import org.postern.mail.Recipient;

/**
 * A recipient who stands for others, and that the message went to those.
 *
 * @param original as it was given
 * @param by what stood for others there
 * @param ends how many mailboxes it came to
 */
public record Expansion(Recipient original, Alias by, int ends) {
    /** {@return whether others than the original's one heir are meant, so that the sender's wish to hear of success ends here} */
    public boolean isWide() {
        return by.isList() || by.members().size() > 1;
    }

    /** {@return what is told in the trace} */
    public String reason() {
        return by + ": " + ends + (ends == 1 ? " mailbox" : " mailboxes")
                + by.owner().map(owner -> ", reports to " + owner).orElse("");
    }
}
