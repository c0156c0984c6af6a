package org.postern.config.rule;

/**
 * What becomes of a message with a certain header field.
 *
 * @param field name of the field; case does not matter
 * @param contains text somewhere in its value; case does not matter
 * @param action what is done
 */
public record HeaderRule(String field, String contains, Action action) {
    /** What is done with a message that a rule matches. */
    public enum Action {
        /** The client is told 5xx. */
        REJECT,
        /** Accepted, and kept for a person to look at. */
        QUARANTINE
    }

    public HeaderRule {
        fieldName(field);
        soughtText(contains);
    }

    /** {@return the text, which is the name of a header field (RFC 5322, 3.6.8)} */
    public static String fieldName(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 127 && c != ':')) {
            throw new IllegalArgumentException("not the name of a header field: " + text);
        }
        return text;
    }

    /** {@return the text, which is not empty} */
    public static String soughtText(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty text is contained in everything");
        }
        return text;
    }
}
