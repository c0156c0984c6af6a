package org.postern.auth.dmarc;

/** How near an authenticated domain must be to the author's (RFC 9989, 3.2.10). */
public enum AlignmentMode {
    /** Of the same organization. */
    RELAXED("r"),
    /** The same domain. */
    STRICT("s");

    private final String letter;

    AlignmentMode(String letter) {
        this.letter = letter;
    }

    /** {@return the letter of records and reports} */
    public String letter() {
        return letter;
    }
}
