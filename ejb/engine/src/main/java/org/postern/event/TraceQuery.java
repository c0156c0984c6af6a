package org.postern.event;

import org.postern.mail.DomainSet;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the trace are wanted. The latest come first.
 *
 * @param sought by what
 * @param from arrived not before
 * @param until arrived before
 * @param progress how far the message has come for one of its recipients, for one of those sought where some are; empty for any
 * @param start which part of them
 * @param within of these domains: those whose sender or one of whose recipients has one of them; no other recipient is found
 * @param limit how many at most; 1 to {@link #MAX_LIMIT}
 */
public record TraceQuery(Sought sought, Optional<Instant> from, Optional<Instant> until, Optional<Progress> progress,
        Start start, int limit, DomainSet within) {
    /** The longest page. */
    public static final int MAX_LIMIT = 1000;

    /** A query of all domains. */
    public TraceQuery(Sought sought, Optional<Instant> from, Optional<Instant> until, Optional<Progress> progress,
            Start start, int limit) {
        this(sought, from, until, progress, start, limit, DomainSet.ALL);
    }

    public TraceQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " lines");
        }
    }

    /** Which part of a list is wanted. */
    public sealed interface Start {
        /** Its beginning, which is the latest. */
        record Latest() implements Start {}

        /** What comes after a place: what is earlier. */
        record After(TracePosition place) implements Start {}

        /** What comes right before a place: what is later. */
        record Before(TracePosition place) implements Start {}
    }

    /** {@return the latest lines, whatever they are} */
    public static TraceQuery latest(int limit) {
        return new TraceQuery(new Sought.Anything(), Optional.empty(), Optional.empty(), Optional.empty(),
                new Start.Latest(), limit);
    }

    /** {@return the same, restricted to what is sought} */
    public TraceQuery by(Sought other) {
        return new TraceQuery(other, from, until, progress, start, limit, within);
    }

    /** {@return the same, restricted to what has come this far} */
    public TraceQuery which(Progress come) {
        return new TraceQuery(sought, from, until, Optional.of(come), start, limit, within);
    }

    /** {@return the same, restricted to a time} */
    public TraceQuery between(Instant first, Instant end) {
        return new TraceQuery(sought, Optional.of(first), Optional.of(end), progress, start, limit, within);
    }

    /** {@return the page that comes after this place} */
    public TraceQuery after(TracePosition place) {
        return new TraceQuery(sought, from, until, progress, new Start.After(place), limit, within);
    }

    /** {@return the page that comes before this place} */
    public TraceQuery before(TracePosition place) {
        return new TraceQuery(sought, from, until, progress, new Start.Before(place), limit, within);
    }

    /** {@return the same, restricted to these domains} */
    public TraceQuery within(DomainSet domains) {
        return new TraceQuery(sought, from, until, progress, start, limit, domains);
    }
}
