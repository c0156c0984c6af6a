package org.postern.web.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** From when to when messages are looked for: a number of hours up to now, or two moments in the visitor's time zone. */
public record TimeRange(Optional<Instant> from, Optional<Instant> until) {
    private static final TimeRange ANY = new TimeRange(Optional.empty(), Optional.empty());
    /** Databases know years before and after, and not all the same ones. */
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;
    private static final int MOST_HOURS = 24 * 366;

    /**
     * Reads what the form sends; what makes no sense is no restriction.
     *
     * @param hours a number, {@code custom} for the two moments, or empty
     */
    public static TimeRange read(String hours, String from, String until, String zone, Instant now) {
        if (hours.equals("custom")) {
            return new TimeRange(moment(from, zone), moment(until, zone));
        }
        if (hours.isEmpty() || hours.length() > 5 || !hours.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return ANY;
        }
        int count = Math.min(Integer.parseInt(hours), MOST_HOURS);
        return new TimeRange(Optional.of(now.minus(Duration.ofHours(count))), Optional.empty());
    }

    private static Optional<Instant> moment(String local, String zone) {
        try {
            return Optional.of(local.strip())
                    .filter(text -> !text.isEmpty())
                    .map(LocalDateTime::parse)
                    .filter(moment -> moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR)
                    .map(moment -> moment.atZone(zone(zone)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneId zone(String name) {
        try {
            return name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
