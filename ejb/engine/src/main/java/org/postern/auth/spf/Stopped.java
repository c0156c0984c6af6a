package org.postern.auth.spf;

/** A check cannot go on: it has come to {@link SpfOutcome#TEMPERROR} or {@link SpfOutcome#PERMERROR}. */
final class Stopped extends Exception {
    private final SpfOutcome outcome;

    private Stopped(SpfOutcome outcome, String reason) {
        super(reason, null, false, false);
        this.outcome = outcome;
    }

    static Stopped forNow(String reason) {
        return new Stopped(SpfOutcome.TEMPERROR, reason);
    }

    static Stopped forGood(String reason) {
        return new Stopped(SpfOutcome.PERMERROR, reason);
    }

    SpfOutcome outcome() {
        return outcome;
    }
}
