package org.postern.auth.arc;

import java.util.Locale;

/** What a chain comes to (RFC 8617, 4.4). */
public enum ChainStatus {
    /** There is no chain. */
    NONE,
    /** Everyone who sealed did so over what stood there before, and nothing has changed since the last of them. */
    PASS,
    /** It is broken, or says of itself that it was. */
    FAIL,
    /** Nobody knows now, as a key could not be asked for: no word of the RFC, and never taken for a failure. */
    UNKNOWN;

    /** {@return the word as it stands in Authentication-Results, {@code temperror} for what is not known} */
    public String text() {
        return this == UNKNOWN ? "temperror" : name().toLowerCase(Locale.ROOT);
    }
}
