package org.postern.trust.rule;

/**
 * What the rules have cost for one message, in characters that were compared. It is bounded, since strangers write the text, and operators many rules.
 */
final class Effort {
    /** The most; a rule that has begun is asked to its end. */
    static final long MOST = 20_000_000;

    private long spent;

    void spend(long characters) {
        spent += characters;
    }

    boolean isSpent() {
        return spent > MOST;
    }
}
