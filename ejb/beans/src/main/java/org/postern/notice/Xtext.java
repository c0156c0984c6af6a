package org.postern.notice;

/** The encoding of DSN parameters (RFC 3461, 4): {@code +XX} stands for an octet. */
final class Xtext {
    private static final int HEX = 16;

    private Xtext() {}

    /** {@return the text, with a question mark for each octet that is no printable ASCII} */
    static String decode(String encoded) {
        StringBuilder decoded = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '+' && i + 2 < encoded.length() && isHex(encoded.charAt(i + 1)) && isHex(encoded.charAt(i + 2))) {
                c = (char) Integer.parseInt(encoded, i + 1, i + 3, HEX);
                i += 2;
            }
            decoded.append(c >= ' ' && c < 127 ? c : '?');
        }
        return decoded.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, HEX) >= 0;
    }
}
