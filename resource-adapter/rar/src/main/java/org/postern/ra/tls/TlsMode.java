package org.postern.ra.tls;

import java.util.Arrays;
import java.util.Locale;

/** When a listener speaks TLS. */
public enum TlsMode {
    /** Never. */
    NONE,
    /** When the client asks for it (RFC 3207). */
    STARTTLS,
    /** From the first octet on (RFC 8314, 3.3). */
    IMPLICIT;

    /**
     * {@return the mode of this name, in any case}
     *
     * @throws IllegalArgumentException when there is none; says which there are
     */
    public static TlsMode of(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "tls '" + name + "' is unknown: use none, starttls or implicit"));
    }
}
