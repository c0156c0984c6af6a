package org.postern.config.rule;

import org.postern.sentence.Sentence;

import java.time.Duration;

/** Numbers with a unit: {@code 90s}, {@code 5m}, {@code 10M}. */
public final class Units {
    private static final Sentence.Form NO_DURATION = Sentence.form("notADuration",
            "a duration is a number and ms, s, m, h or d, such as 5m; not {0}");
    private static final Sentence.Form NO_SIZE = Sentence.form("notASize",
            "a size is a number of octets, or one with K, M or G; not {0}");
    private static final Sentence.Form NO_NUMBER = Sentence.form("notANumberFirst",
            "does not start with a number of 1 to {0} digits: {1}");
    private static final int MAX_DIGITS = 12;

    private Units() {}

    /** {@return the time that a number and {@code ms}, {@code s}, {@code m}, {@code h} or {@code d} say} */
    public static Duration duration(String text) {
        int digits = digits(text);
        long number = number(text, digits);
        return switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default ->
                throw NO_DURATION.refused(text);
        };
    }

    /** {@return the octets that a number, alone or with {@code K}, {@code M} or {@code G}, says; K is 1024} */
    public static long octets(String text) {
        int digits = digits(text);
        long number = number(text, digits);
        return switch (text.substring(digits)) {
            case "" -> number;
            case "K" -> number << 10;
            case "M" -> number << 20;
            case "G" -> number << 30;
            default ->
                throw NO_SIZE.refused(text);
        };
    }

    private static int digits(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static long number(String text, int digits) {
        if (digits == 0 || digits > MAX_DIGITS) {
            throw NO_NUMBER.refused(MAX_DIGITS, text);
        }
        return Long.parseLong(text.substring(0, digits));
    }
}
