package org.postern.config.rule;

import org.postern.mail.Mailbox;

/** What a rule does with the mail that it fits. Four actions decide: no rule behind them is asked, and nothing else judges the mail. The others go on. */
public sealed interface RuleAction {
    /** It goes on to its recipients. */
    record Accept() implements RuleAction {}

    /** It is ours, and waits for a person, who reads this text. */
    record Quarantine(String text) implements RuleAction {}

    /** The client is to come again, and reads this text. */
    record Defer(String text) implements RuleAction {}

    /** The client keeps it, and reads this text. */
    record Refuse(String text) implements RuleAction {}

    /**
     * It weighs more, or less.
     *
     * @param weight -{@value #HEAVIEST} to {@value #HEAVIEST}; 0 for the symbol alone
     */
    record Score(double weight) implements RuleAction {}

    /**
     * A field is put on top.
     *
     * @param field with name, colon and body, printable ASCII, without a line end
     */
    record Mark(String field) implements RuleAction {}

    /** The recipients that the rule names do not get it, somebody else does. */
    record Redirect(Mailbox to) implements RuleAction {}

    /** Somebody else gets it, too. */
    record Copy(Mailbox to) implements RuleAction {}

    /** The most that a rule may weigh. */
    double HEAVIEST = 100;

    /** {@return whether nothing else is asked} */
    default boolean decides() {
        return this instanceof Accept || this instanceof Quarantine || this instanceof Defer || this instanceof Refuse;
    }

    /** {@return whether the client is told that the mail is not taken} */
    default boolean refuses() {
        return this instanceof Defer || this instanceof Refuse;
    }

    /** {@return whether it speaks for the mail, so that only what is proved may count} */
    default boolean favours() {
        return this instanceof Accept || (this instanceof Score(double weight) && weight < 0);
    }
}
