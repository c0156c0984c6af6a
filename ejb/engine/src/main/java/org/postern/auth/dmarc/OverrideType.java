package org.postern.auth.dmarc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a message was not treated as its owner wishes (RFC 9990, 3.1.6). */
public enum OverrideType {
    LOCAL_POLICY, MAILING_LIST, OTHER, POLICY_TEST_MODE, TRUSTED_FORWARDER;

    /** {@return the word of reports} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the type of this word} */
    public static Optional<OverrideType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
