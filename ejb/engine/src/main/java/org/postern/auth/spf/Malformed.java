package org.postern.auth.spf;

/** A text is not as its grammar has it (RFC 7208, 12). The message says what is wrong, and may quote what a stranger wrote. */
final class Malformed extends Exception {
    Malformed(String what) {
        super(what, null, false, false);
    }
}
