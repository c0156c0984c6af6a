package org.postern.content;

import java.util.Locale;

/** Content-Transfer-Encoding (RFC 2045, 6). */
public enum TransferEncoding {
    /** 7bit, 8bit or binary, or none named: the octets are what they are. */
    IDENTITY, QUOTED_PRINTABLE, BASE64,
    /** Another one, or a word that is none: the octets are not decoded. */
    UNKNOWN;

    static TransferEncoding named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "", "7bit", "8bit", "binary" -> IDENTITY;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            case "base64" -> BASE64;
            default -> UNKNOWN;
        };
    }
}
