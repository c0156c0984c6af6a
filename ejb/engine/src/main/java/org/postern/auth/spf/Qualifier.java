package org.postern.auth.spf;

/** What a mechanism says of a client that it matches (RFC 7208, 4.6.2). */
enum Qualifier {
    PASS('+', SpfOutcome.PASS), FAIL('-', SpfOutcome.FAIL), SOFTFAIL('~', SpfOutcome.SOFTFAIL), NEUTRAL('?',
            SpfOutcome.NEUTRAL);

    private final char sign;
    private final SpfOutcome outcome;

    Qualifier(char sign, SpfOutcome outcome) {
        this.sign = sign;
        this.outcome = outcome;
    }

    SpfOutcome outcome() {
        return outcome;
    }

    /** {@return whether the text begins with the sign of a qualifier} */
    static boolean begins(String term) {
        return "+-~?".indexOf(term.charAt(0)) >= 0;
    }

    /** {@return the one whose sign the text begins with; {@link #PASS} if there is none} */
    static Qualifier of(String term) {
        for (Qualifier one : values()) {
            if (one.sign == term.charAt(0)) {
                return one;
            }
        }
        return PASS;
    }
}
