package org.postern.auth.dmarc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a domain owner wishes for mail that fails (RFC 9989, 3.2.8), in rising strictness. */
public enum OwnerPolicy {
    NONE, QUARANTINE, REJECT;

    /** {@return the word of records and reports} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the policy of this word, whatever its case} */
    public static Optional<OwnerPolicy> of(String word) {
        return Arrays.stream(values()).filter(policy -> policy.name().equalsIgnoreCase(word)).findFirst();
    }

    /** {@return what is wished while the owner is testing (RFC 9989, 4.7, {@code t}): one level less} */
    OwnerPolicy tested() {
        return this == REJECT ? QUARANTINE : NONE;
    }
}
