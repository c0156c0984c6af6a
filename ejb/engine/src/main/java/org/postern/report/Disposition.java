package org.postern.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What DMARC came to for a message (RFC 9990, 3.1.1.9). */
public enum Disposition {
    /** Nothing was done. */
    NONE,
    /** It passed, and the policy would have done something. RFC 7489 did not have this. */
    PASS, QUARANTINE, REJECT;

    /** {@return the word of reports} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Disposition> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
