package org.postern.auth.spf;

import org.postern.sentence.Sentence;

/** A text is not as its grammar has it (RFC 7208, 12). It says what is wrong, and may quote what a stranger wrote. */
final class Malformed extends Exception {
    private final transient Sentence sentence;

    Malformed(Sentence what) {
        super(what.toString(), null, false, false);
        this.sentence = what;
    }

    Sentence sentence() {
        return sentence;
    }
}
