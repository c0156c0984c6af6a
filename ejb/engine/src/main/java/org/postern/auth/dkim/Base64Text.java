package org.postern.auth.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 with white space between its characters (RFC 6376, 2.10). */
final class Base64Text {
    private Base64Text() {}

    static byte[] decode(String text, String tag) throws Unacceptable {
        byte[] dense = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                throw Unacceptable.broken(tag + "= is not base64");
            }
            if (!TagList.isWhite(c)) {
                dense[length++] = (byte) c;
            }
        }
        try {
            return Base64.getDecoder().decode(new String(dense, 0, length, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw Unacceptable.broken(tag + "= is not base64");
        }
    }
}
