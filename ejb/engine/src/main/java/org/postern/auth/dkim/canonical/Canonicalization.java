package org.postern.auth.dkim.canonical;

import java.util.Arrays;

/** How much a header field or body may be changed on its way (RFC 6376, 3.4). */
public enum Canonicalization {
    /** Nothing, but for empty lines at the end of the body. */
    SIMPLE,
    /** White space, folding, and the case of field names. */
    RELAXED;

    /**
     * {@return a header field in its canonical form, with its line end}
     *
     * @param field all octets of it, such as {@link org.postern.mail.HeaderField#octets} gives them
     */
    public byte[] field(byte[] field) {
        return this == SIMPLE ? field : relaxed(field);
    }

    private static byte[] relaxed(byte[] field) {
        byte[] out = new byte[field.length + 2];
        int length = 0;
        int at = 0;
        while (field[at] != ':') {
            if (!isWhite(field[at])) {
                out[length++] = lower(field[at]);
            }
            at++;
        }
        out[length++] = ':';
        int colon = length;
        boolean space = false;
        for (at++; at < field.length; at++) {
            if (isWhite(field[at])) {
                space = true;
            } else if (isLineEnd(field, at)) {
                at++;
            } else {
                if (space && length > colon) {
                    out[length++] = ' ';
                }
                space = false;
                out[length++] = field[at];
            }
        }
        out[length++] = '\r';
        out[length++] = '\n';
        return Arrays.copyOf(out, length);
    }

    private static boolean isLineEnd(byte[] field, int at) {
        return field[at] == '\r' && at + 1 < field.length && field[at + 1] == '\n';
    }

    private static boolean isWhite(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static byte lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + ('a' - 'A')) : octet;
    }
}
