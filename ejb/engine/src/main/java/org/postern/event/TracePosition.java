package org.postern.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the list of lines: that of the line with this key.
 *
 * @param arrived when, in microseconds
 * @param key the line's
 */
public record TracePosition(Instant arrived, String key) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,17})\\.([!-~]{0,64})");
    private static final long MICROS = 1_000_000;

    public TracePosition {
        arrived = arrived.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@return the place that {@link #toString} has written; empty for anything else} */
    public static Optional<TracePosition> parse(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(found.group(1));
        try {
            return Optional.of(new TracePosition(
                    Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000), found.group(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return whether the line stands behind this place, where the latest come first} */
    public boolean isBefore(TracedMessage line) {
        int order = line.arrived().compareTo(arrived);
        return order < 0 || (order == 0 && line.key().compareTo(key) < 0);
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, arrived) + "." + key;
    }
}
