package org.postern.web.page.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as they stand in the address of a page. */
final class Days {
    private static final Pattern WRITTEN = Pattern.compile("2\\d{3}-\\d\\d-\\d\\d");

    private Days() {}

    /** {@return the day that is written as {@code 2026-12-31}; empty if none is} */
    static Optional<LocalDate> parse(String text) {
        try {
            return WRITTEN.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
