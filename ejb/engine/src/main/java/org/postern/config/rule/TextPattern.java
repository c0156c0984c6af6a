package org.postern.config.rule;

import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Locale;

/**
 * A text in which {@code *} stands for any characters, none among them. It fits a text as a whole; case does not matter. Fitting takes time in
 * proportion to the text, whatever a stranger has written.
 *
 * @param text as it was written, 1 to {@value #LONGEST} characters
 * @param pieces what stands between the stars, in lower case
 */
public record TextPattern(String text, List<String> pieces) {
    private static final Sentence.Form NO_LENGTH = Sentence.form("patternLength",
            "a pattern has 1 to {0} characters, not {1}");
    /** The longest pattern, in characters. */
    public static final int LONGEST = 200;

    public TextPattern {
        pieces = List.copyOf(pieces);
    }

    /**
     * {@return the pattern with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static TextPattern parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw NO_LENGTH.refused(LONGEST, text.length());
        }
        return new TextPattern(text, List.of(lower(text).split("\\*", -1)));
    }

    /** {@return a text as patterns compare it} */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** {@return whether the pattern fits a text that is in lower case} */
    public boolean fits(String lower) {
        String first = pieces.getFirst();
        if (pieces.size() == 1) {
            return lower.equals(first);
        }
        String last = pieces.getLast();
        int end = lower.length() - last.length();
        if (end < first.length() || !lower.startsWith(first) || !lower.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = lower.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return at <= end;
    }

    @Override
    public String toString() {
        return text;
    }
}
