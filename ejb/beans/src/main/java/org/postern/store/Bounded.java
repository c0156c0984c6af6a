package org.postern.store;

/** Text from outside, no longer than its column. What an attacker makes too long is cut, not refused: the rest is true. */
final class Bounded {
    static final int ADDRESS = 512;
    static final int TEXT = 2000;
    static final int LIST = 65_536;
    static final int REFERENCE = 64;
    private static final char REPLACEMENT = '\uFFFD';

    private Bounded() {}

    static String address(String value) {
        return cut(value, ADDRESS);
    }

    static String text(String value) {
        return cut(value, TEXT);
    }

    static String list(String value) {
        return cut(value, LIST);
    }

    static String reference(String value) {
        return cut(value, REFERENCE);
    }

    private static String cut(String value, int length) {
        int end = Math.min(value.length(), length);
        for (int i = 0; i < end; i++) {
            if (isUnstorable(value.charAt(i))) {
                return replaced(value, end);
            }
        }
        return end == value.length() ? value : value.substring(0, end);
    }

    /** PostgreSQL takes neither NUL nor half a surrogate pair. */
    private static boolean isUnstorable(char c) {
        return c == '\0' || Character.isSurrogate(c);
    }

    private static String replaced(String value, int end) {
        StringBuilder text = new StringBuilder(end);
        int at = 0;
        while (at < value.length() && text.length() < end) {
            int codePoint = value.codePointAt(at);
            boolean whole = codePoint != 0
                    && !(codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint))
                    && text.length() + Character.charCount(codePoint) <= end;
            text.appendCodePoint(whole ? codePoint : REPLACEMENT);
            at += Character.charCount(codePoint);
        }
        return text.toString();
    }
}
