package org.postern.smtp.client;

import org.postern.smtp.EnhancedStatus;

import java.util.Optional;

/** The enhanced status code at the start of a reply's text (RFC 2034, 4). */
final class StatusText {
    private static final int MAX_DIGITS = 3;

    private StatusText() {}

    /** {@return the status the text starts with; empty if there is none, or one that contradicts the code} */
    static Optional<EnhancedStatus> leading(int code, String text) {
        int subject = text.length() > 2 && text.charAt(0) - '0' == code / 100 && text.charAt(1) == '.' ? 2 : -1;
        int firstDot = numberEnd(text, subject);
        if (firstDot < 0 || firstDot == text.length() || text.charAt(firstDot) != '.') {
            return Optional.empty();
        }
        int end = numberEnd(text, firstDot + 1);
        boolean classKnown = code / 100 != 3;
        if (end < 0 || !classKnown || (end < text.length() && text.charAt(end) != ' ')) {
            return Optional.empty();
        }
        return Optional.of(new EnhancedStatus(code / 100, Integer.parseInt(text, 2, firstDot, 10),
                Integer.parseInt(text, firstDot + 1, end, 10)));
    }

    /** {@return the text behind this status, or the whole text if it starts otherwise} */
    static String without(String status, String text) {
        boolean leads = text.startsWith(status)
                && (text.length() == status.length() || text.charAt(status.length()) == ' ');
        return leads ? text.substring(Math.min(text.length(), status.length() + 1)) : text;
    }

    /** {@return where the one to three digits from here end; -1 if there are none, or more} */
    private static int numberEnd(String text, int from) {
        int i = from;
        while (i >= 0 && i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > from && i - from <= MAX_DIGITS ? i : -1;
    }
}
