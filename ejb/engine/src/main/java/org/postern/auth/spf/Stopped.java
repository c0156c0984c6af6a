package org.postern.auth.spf;

import org.postern.sentence.Sentence;

/** A check cannot go on: it has come to {@link SpfOutcome#TEMPERROR} or {@link SpfOutcome#PERMERROR}. */
final class Stopped extends Exception {
    private final SpfOutcome outcome;
    private final transient Sentence reason;

    private Stopped(SpfOutcome outcome, Sentence reason) {
        super(reason.toString(), null, false, false);
        this.outcome = outcome;
        this.reason = reason;
    }

    static Stopped forNow(Sentence reason) {
        return new Stopped(SpfOutcome.TEMPERROR, reason);
    }

    static Stopped forGood(Sentence reason) {
        return new Stopped(SpfOutcome.PERMERROR, reason);
    }

    Sentence reason() {
        return reason;
    }

    SpfOutcome outcome() {
        return outcome;
    }
}
