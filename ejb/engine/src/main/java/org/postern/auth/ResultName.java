package org.postern.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a way to authenticate a sender may come to (RFC 8601, 2.7). */
public enum ResultName {
    NONE, PASS, FAIL, SOFTFAIL, POLICY, NEUTRAL, TEMPERROR, PERMERROR;

    /** {@return the word of header fields and reports, in lower case} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the result of this word, whatever its case} */
    public static Optional<ResultName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.name().equalsIgnoreCase(word)).findFirst();
    }
}
