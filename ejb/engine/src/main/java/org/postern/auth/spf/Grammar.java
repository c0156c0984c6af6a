package org.postern.auth.spf;

/** The small words of the grammar (RFC 7208, 12), and what the DNS can be asked for. */
final class Grammar {
    /** The longest name, without the last dot (RFC 7208, 4.3 and 7.3). */
    static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private Grammar() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlpha(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** {@return whether it is the name of a modifier or mechanism} */
    static boolean isName(String text) {
        if (text.isEmpty() || !isAlpha(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlpha(c) && !isDigit(c) && "-_.".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether it ends with a dot and a label that may be a top label; a dot behind that is no matter} */
    static boolean endsInTopLabel(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        int dot = name.lastIndexOf('.');
        return dot >= 0 && isTopLabel(name.substring(dot + 1));
    }

    private static boolean isTopLabel(String label) {
        boolean digitsAlone = true;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean inside = i > 0 && i < label.length() - 1;
            if (!isAlpha(c) && !isDigit(c) && !(c == '-' && inside)) {
                return false;
            }
            digitsAlone &= isDigit(c);
        }
        return !label.isEmpty() && !digitsAlone;
    }

    /**
     * {@return whether the DNS can be asked for this name: its labels have 1 to 63 characters of ASCII, and all of it 253 at most} A backslash is
     * none of them: in the text form of names it stands for another character (RFC 1035, 5.1).
     */
    static boolean isAskable(String name) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean end = i == name.length() || name.charAt(i) == '.';
            if (end ? i == start || i - start > LONGEST_LABEL : name.charAt(i) > '~' || name.charAt(i) == '\\') {
                return false;
            }
            start = end ? i + 1 : start;
        }
        return true;
    }
}
