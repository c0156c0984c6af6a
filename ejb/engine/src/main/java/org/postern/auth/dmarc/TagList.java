package org.postern.auth.dmarc;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tags and values (RFC 9989, 4.8). */
final class TagList {
    private static final String VERSION = "DMARC1";

    private TagList() {}

    /**
     * {@return the values by tag in lower case, without the version; empty if the first tag is not {@code v=DMARC1}, in that case} What
     * has no equals sign is skipped, and of a tag that is there twice the first counts.
     */
    static Optional<Map<String, String>> parse(String text) {
        int end = end(text, 0);
        int equals = text.indexOf('=', 0, end);
        boolean ours = equals > 0 && stripped(text, 0, equals).equalsIgnoreCase("v")
                && stripped(text, equals + 1, end).equals(VERSION);
        return ours && text.charAt(0) != ' ' && text.charAt(0) != '\t'
                ? Optional.of(tags(text, end + 1))
                : Optional.empty();
    }

    private static Map<String, String> tags(String text, int start) {
        Map<String, String> tags = new HashMap<>();
        int from = start;
        while (from < text.length()) {
            int end = end(text, from);
            int equals = text.indexOf('=', from, end);
            if (equals >= 0) {
                tags.putIfAbsent(stripped(text, from, equals).toLowerCase(Locale.ROOT),
                        stripped(text, equals + 1, end));
            }
            from = end + 1;
        }
        return tags;
    }

    private static int end(String text, int from) {
        int semicolon = text.indexOf(';', from);
        return semicolon < 0 ? text.length() : semicolon;
    }

    /** Without spaces and tabs at its ends. */
    private static String stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
