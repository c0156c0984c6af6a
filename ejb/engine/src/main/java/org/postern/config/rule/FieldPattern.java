package org.postern.config.rule;

import org.postern.sentence.Sentence;

/**
 * Which header fields a rule looks for.
 *
 * @param name of the field; case does not matter
 * @param value what its body must be like
 */
public record FieldPattern(String name, TextPattern value) {
    private static final Sentence.Form NOT_WRITTEN_SO = Sentence.form("notAFieldPattern",
            "a field is written as in Subject: *invoice*, not {0}");
    private static final Sentence.Form NO_NAME = Sentence.form("notAFieldName",
            "not the name of a header field: {0}");

    /**
     * {@return the pattern with a text form such as {@code Subject: *invoice*}}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static FieldPattern parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw NOT_WRITTEN_SO.refused(text);
        }
        return new FieldPattern(fieldName(text.substring(0, colon)),
                TextPattern.parse(text.substring(colon + 1).strip()));
    }

    /** {@return the text, which is the name of a header field (RFC 5322, 3.6.8), at most 100 characters} */
    static String fieldName(String text) {
        if (text.isEmpty() || text.length() > 100 || !text.chars().allMatch(c -> c > ' ' && c < 127 && c != ':')) {
            throw NO_NAME.refused(text);
        }
        return text;
    }
}
