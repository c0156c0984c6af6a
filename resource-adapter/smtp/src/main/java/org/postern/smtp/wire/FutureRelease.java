package org.postern.smtp.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long a message may be held before it goes on (RFC 4865).
 *
 * @param longest at most 999,999,999 seconds, which is what HOLDFOR can say
 * @param clock tells what HOLDUNTIL is measured against
 */
public record FutureRelease(Duration longest, InstantSource clock) {
    private static final int MAX_DIGITS = 9;
    private static final int MAX_DATE_TIME = 64;

    public FutureRelease {
        if (longest.toSeconds() < 1 || Long.toString(longest.toSeconds()).length() > MAX_DIGITS) {
            throw new IllegalArgumentException("a message is held for 1 to 999,999,999 seconds");
        }
    }

    /** {@return the longest interval and the latest time, as EHLO tells them} */
    public String announced() {
        Instant latest = clock.instant().plus(longest).truncatedTo(ChronoUnit.SECONDS);
        return longest.toSeconds() + " " + DateTimeFormatter.ISO_INSTANT.format(latest);
    }

    /** {@return whether HOLDFOR may have this value: seconds, 1 or more, without a leading zero} */
    boolean allowsFor(String seconds) {
        boolean number = !seconds.isEmpty() && seconds.length() <= MAX_DIGITS && seconds.charAt(0) != '0'
                && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Long.parseLong(seconds) <= longest.toSeconds();
    }

    /** {@return whether HOLDUNTIL may have this value: a date-time of RFC 3339; one that has passed holds nothing} */
    boolean allowsUntil(String dateTime) {
        return until(dateTime).filter(until -> !until.isAfter(clock.instant().plus(longest))).isPresent();
    }

    private static Optional<Instant> until(String dateTime) {
        if (dateTime.length() > MAX_DATE_TIME) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(dateTime).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
