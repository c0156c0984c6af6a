package org.postern.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place between two lines of the list, where the latest come first: right behind the line with this key, or where it would be behind if
 * there were one. No line stands in a place, so that what is before it and what is behind it are the whole list.
 *
 * @param arrived when that line did, in microseconds
 * @param key the line's; the empty string for the place behind all that arrived at this moment
 */
public record TracePosition(Instant arrived, String key) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,17})\\.([!-~]{0,64})");
    private static final long MICROS = 1_000_000;
    private static final String BEHIND_ALL = "";

    public TracePosition {
        arrived = arrived.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@return the place behind all that arrived later than this, and before all else} */
    public static TracePosition laterThan(Instant moment) {
        return new TracePosition(moment.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS), BEHIND_ALL);
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
        return isBefore(line.position());
    }

    /** {@return whether the line right before another place stands behind this one} */
    public boolean isBefore(TracePosition line) {
        int order = line.arrived.compareTo(arrived);
        return order < 0 || (order == 0 && line.key.compareTo(key) < 0);
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, arrived) + "." + key;
    }
}
