package org.postern.auth;

/** A field in the making, broken before spaces where a line would get too long (RFC 5322, 2.2.3): unfolded, it is what was appended. */
final class FoldedText {
    private static final int LONGEST_LINE = 78;

    private final StringBuilder text;
    private int line;

    FoldedText(String start) {
        text = new StringBuilder(start);
        line = start.length();
    }

    /** Appends text without line ends. Each space that something else follows is a place to break at. */
    void append(String more) {
        int from = 0;
        while (from < more.length()) {
            int to = nextBreak(more, from + 1);
            boolean mayBreak = more.charAt(from) == ' ' && from + 1 < more.length() && more.charAt(from + 1) != ' ';
            if (mayBreak && line + to - from > LONGEST_LINE) {
                text.append("\r\n");
                line = 0;
            }
            text.append(more, from, to);
            line += to - from;
            from = to;
        }
    }

    private static int nextBreak(String more, int from) {
        int at = more.indexOf(' ', from);
        while (at >= 0 && at + 1 < more.length() && more.charAt(at + 1) == ' ') {
            at++;
        }
        return at < 0 ? more.length() : at;
    }

    String end() {
        return text.append("\r\n").toString();
    }
}
