package org.postern.config.rule;

import java.time.Duration;

/** Numbers with a unit: {@code 90s}, {@code 5m}, {@code 10M}. */
public final class Units {
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
                throw new IllegalArgumentException(
                        "a duration is a number and ms, s, m, h or d, such as 5m; not " + text);
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
                throw new IllegalArgumentException("a size is a number of octets, or one with K, M or G; not " + text);
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
            throw new IllegalArgumentException(
                    "does not start with a number of 1 to " + MAX_DIGITS + " digits: " + text);
        }
        return Long.parseLong(text.substring(0, digits));
    }
}
