package org.postern.smtp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Printable ASCII in which {@code +}, {@code =} and all else stand as {@code +} and two hexadecimal digits (RFC 3461, 4). */
public final class Xtext {
    /** What octets that are no UTF-8 become. */
    private static final char NO_CHARACTER = '\uFFFD';

    private Xtext() {}

    /** {@return the xtext of a text of ASCII characters} */
    public static String encode(String text) {
        StringBuilder xtext = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c > ' ' && c < 127 && c != '+' && c != '=') {
                xtext.append(c);
            } else {
                xtext.append('+').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return xtext.toString();
    }

    /** {@return the text that this is the xtext of; empty if it is none, or holds anything but printable ASCII} */
    public static Optional<String> decode(String xtext) {
        return octets(xtext).filter(text -> text.chars().allMatch(c -> Ascii.isPrintable((char) c)));
    }

    /**
     * {@return the text that this is the xtext of, its octets read as UTF-8; empty if it is none, or holds a control character}
     */
    public static Optional<String> decodeUtf8(String xtext) {
        return octets(xtext).map(text -> new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .filter(text -> text.chars().noneMatch(c -> Character.isISOControl(c) || c == NO_CHARACTER));
    }

    /** {@return whether it is the xtext of something without control characters; beyond ASCII, of the octets of UTF-8} */
    public static boolean isWellFormed(String xtext) {
        return decodeUtf8(xtext).isPresent();
    }

    private static Optional<String> octets(String xtext) {
        StringBuilder text = new StringBuilder(xtext.length());
        for (int at = 0; at < xtext.length(); at++) {
            char c = xtext.charAt(at);
            if (c == '+') {
                c = hex(xtext, at + 1);
                at += 2;
            } else if (c == ' ' || c == '=' || c > 127) {
                return Optional.empty();
            }
            text.append(c);
        }
        return Optional.of(text.toString());
    }

    /** {@return the octet these two digits are; NUL for none} */
    private static char hex(String text, int at) {
        boolean digits = at + 2 <= text.length() && isHex(text.charAt(at)) && isHex(text.charAt(at + 1));
        return digits ? (char) Integer.parseInt(text, at, at + 2, 16) : 0;
    }

    private static boolean isHex(char c) {
        return Ascii.isDigit(c) || (c >= 'A' && c <= 'F');
    }
}
