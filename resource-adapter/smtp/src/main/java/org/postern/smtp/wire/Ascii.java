package org.postern.smtp.wire;

/** Classes of characters (RFC 5234, B.1; RFC 5322, 3.2.3). */
final class Ascii {
    private Ascii() {}

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** What a local part may hold without quotes, dots aside. */
    static boolean isAtext(char c) {
        return isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0;
    }

    /** Printable, space included. */
    static boolean isPrintable(char c) {
        return c >= ' ' && c < 127;
    }

    /** Upper case of ASCII letters alone: to Java, a long s and a dotless i are letters of {@code SIZE} too. */
    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
    }

    static String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            upper.append(upper(text.charAt(i)));
        }
        return upper.toString();
    }

    static boolean isControl(int c) {
        return (c >= 0 && c < ' ') || c == 127;
    }
}
