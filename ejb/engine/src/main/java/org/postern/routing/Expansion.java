package org.postern.routing;

import org.postern.mail.Recipient;
import org.postern.sentence.Sentence;

/**
 * A recipient who stands for others, and that the message went to those.
 *
 * @param original as it was given
 * @param by what stood for others there
 * @param ends how many mailboxes it came to
 */
public record Expansion(Recipient original, Alias by, int ends) {
    private static final Sentence.Form TO_ONE = Sentence.form("xIsOneMailbox", "{0}: 1 mailbox");
    private static final Sentence.Form TO_MANY = Sentence.form("xIsXMailboxes", "{0}: {1,number,#} mailboxes");
    private static final Sentence.Form REPORTS = Sentence.form("xReportsToX", "{0}, reports to {1}");

    /** {@return whether others than the original's one heir are meant, so that the sender's wish to hear of success ends here} */
    public boolean isWide() {
        return by.isList() || by.members().size() > 1;
    }

    /** {@return what is told in the trace} */
    public Sentence reason() {
        Sentence many = ends == 1 ? TO_ONE.with(by.said()) : TO_MANY.with(by.said(), ends);
        return by.owner().map(owner -> REPORTS.with(many, owner.toString())).orElse(many);
    }
}
