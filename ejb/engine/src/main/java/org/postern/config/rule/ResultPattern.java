package org.postern.config.rule;

import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Locale;

/**
 * What a way to authenticate a sender came to.
 *
 * @param method {@code spf}, {@code dkim}, {@code arc} or {@code dmarc}
 * @param result a word of RFC 8601, 2.7
 */
public record ResultPattern(String method, String result) {
    private static final Sentence.Form NO_RESULT = Sentence.form("notAResult",
            "one of {0}, = and one of {1}, as in spf=fail; not {2}");
    private static final List<String> METHODS = List.of("spf", "dkim", "arc", "dmarc");
    private static final List<String> RESULTS = List.of("none", "pass", "fail", "softfail", "policy", "neutral",
            "temperror", "permerror");

    /**
     * {@return the one with a text form such as {@code spf=fail}}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static ResultPattern parse(String text) {
        int sign = text.indexOf('=');
        String method = text.substring(0, Math.max(sign, 0)).toLowerCase(Locale.ROOT);
        String result = text.substring(sign + 1).toLowerCase(Locale.ROOT);
        if (!METHODS.contains(method) || !RESULTS.contains(result)) {
            throw NO_RESULT.refused(String.join(", ", METHODS), String.join(", ", RESULTS), text);
        }
        return new ResultPattern(method, result);
    }
}
