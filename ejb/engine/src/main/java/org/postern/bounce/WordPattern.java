package org.postern.bounce;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words that a text has to hold, one step behind the other; each step gives alternatives. Written as
 * {@code no such / unknown ... user / mailbox}. Words are whole ones, but for those that end with an asterisk. One pass over the text
 * for each alternative, whatever the text is: there is nothing to try again.
 */
final class WordPattern {
    /** The most of a text that is looked at. */
    private static final int MAX_TEXT = 4000;

    private final List<List<String>> steps;

    private WordPattern(List<List<String>> steps) {
        this.steps = steps;
    }

    /** {@return the pattern; an empty text is in every text} */
    static WordPattern parse(String pattern) {
        return new WordPattern(pattern.isBlank()
                ? List.of()
                : Arrays.stream(pattern.split("\\.\\.\\.", -1)).map(WordPattern::alternatives).toList());
    }

    private static List<String> alternatives(String step) {
        return Arrays.stream(step.split("/", -1)).map(WordPattern::words).toList();
    }

    private static String words(String words) {
        String normal = normal(words.replace('*', ' '));
        if (normal.isBlank()) {
            throw new IllegalArgumentException("a step without words");
        }
        return words.strip().endsWith("*") ? normal.stripTrailing() : normal;
    }

    /** {@return lower-case letters and digits, a single space before and behind each word} */
    static String normal(String text) {
        StringBuilder normal = new StringBuilder(Math.min(text.length(), MAX_TEXT) + 2).append(' ');
        String bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        bounded.toLowerCase(Locale.ROOT).chars().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                normal.append((char) c);
            } else if (normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        });
        return normal.charAt(normal.length() - 1) == ' ' ? normal.toString() : normal.append(' ').toString();
    }

    /** @param text in normal form */
    boolean isIn(String text) {
        int at = 0;
        for (List<String> step : steps) {
            at = firstEnd(step, text, at);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return where the first of these ends, its last space left for the next; -1 if there is none} */
    private static int firstEnd(List<String> alternatives, String text, int from) {
        int first = -1;
        for (String words : alternatives) {
            int found = text.indexOf(words, from);
            int end = found + words.length() - (words.endsWith(" ") ? 1 : 0);
            if (found >= 0 && (first < 0 || end < first)) {
                first = end;
            }
        }
        return first;
    }
}
