package org.postern.auth;

import java.util.List;
import java.util.Optional;

/**
 * What one method has found (RFC 8601, 2.2, {@code resinfo}).
 *
 * @param method such as {@code spf}: letters, digits and hyphens
 * @param properties what it has looked at, at most {@value #MOST_PROPERTIES}; more are left out
 * @param reason for a person; made harmless as {@link Property#value()} is
 */
public record MethodResult(String method, ResultName result, List<Property> properties, Optional<String> reason) {
    /** The longest value or reason that is kept, in characters. */
    public static final int LONGEST_TEXT = 256;
    /** The most properties of one result. */
    public static final int MOST_PROPERTIES = 10;

    public MethodResult {
        requireKeyword(method);
        properties = properties.stream().limit(MOST_PROPERTIES).toList();
        reason = reason.map(MethodResult::harmless);
    }

    public MethodResult(String method, ResultName result, Property... properties) {
        this(method, result, List.of(properties), Optional.empty());
    }

    /** {@return the same, and why} */
    public MethodResult because(String why) {
        return new MethodResult(method, result, properties, Optional.of(why));
    }

    static void requireKeyword(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)))) {
            throw new IllegalArgumentException("not a keyword of RFC 8601: " + text);
        }
    }

    static String harmless(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST_TEXT));
        int at = 0;
        while (at < text.length() && kept.length() < LONGEST_TEXT) {
            int c = text.codePointAt(at);
            boolean harmful = Character.isISOControl(c) || c == '\u2028' || c == '\u2029'
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            kept.appendCodePoint(harmful ? '?' : c);
            at += Character.charCount(c);
        }
        return kept.toString();
    }
}
