package org.postern.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the trace are wanted. The latest come first.
 *
 * @param sought by what
 * @param from arrived not before
 * @param until arrived before
 * @param progress how far they have come; empty for any
 * @param offset how many are left out at the start; not negative
 * @param limit how many at most; 1 to {@link #MAX_LIMIT}
 */
public record TraceQuery(Sought sought, Optional<Instant> from, Optional<Instant> until, Optional<Progress> progress,
        int offset, int limit) {
    /** The longest page. */
    public static final int MAX_LIMIT = 1000;

    public TraceQuery {
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page starts at 0 or later and has 1 to " + MAX_LIMIT + " lines");
        }
    }

    /** {@return the latest lines, whatever they are} */
    public static TraceQuery latest(int limit) {
        return new TraceQuery(new Sought.Anything(), Optional.empty(), Optional.empty(), Optional.empty(), 0, limit);
    }

    /** {@return the same, restricted to what is sought} */
    public TraceQuery by(Sought other) {
        return new TraceQuery(other, from, until, progress, offset, limit);
    }

    /** {@return the same, restricted to what has come this far} */
    public TraceQuery which(Progress come) {
        return new TraceQuery(sought, from, until, Optional.of(come), offset, limit);
    }

    /** {@return the same, restricted to a time} */
    public TraceQuery between(Instant first, Instant end) {
        return new TraceQuery(sought, Optional.of(first), Optional.of(end), progress, offset, limit);
    }

    /** {@return another page of the same} */
    public TraceQuery page(int first, int lines) {
        return new TraceQuery(sought, from, until, progress, first, lines);
    }
}
