package org.postern.store.trace;

import jakarta.persistence.EntityManager;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The way from a place back to the latest line, span by span, each as long as it may be: H2 reads no index against its order, and sorts
 * all that it finds in a span. Ends after so many lines, where the latest is farther than that. Used by one thread.
 */
final class WayBack {
    private static final Duration FIRST_SPAN = Duration.ofSeconds(1);
    private static final int GROWTH = 4;
    private static final String LATEST_FIRST = " order by m.arrived desc, m.key desc";

    private static final Duration SHORTEST_SPAN = Duration.ofNanos(1000);

    private final EntityManager entities;
    private final TraceCondition inTime;
    private final Optional<Instant> latest;
    private final long enough;
    private TracePosition from;
    private Duration length = FIRST_SPAN;
    private long left;

    /** @param most so many lines are looked at, or more where more arrived at one moment */
    WayBack(TraceQuery query, EntityManager entities, TracePosition place, int most) {
        this.entities = entities;
        inTime = TraceCondition.inTime(query);
        latest = latest();
        enough = most / 2;
        left = most;
        from = query.from()
                .map(first -> new TracePosition(first, ""))
                .filter(first -> first.arrived().isAfter(place.arrived()))
                .orElse(place);
    }

    /** A part of the way: what arrived before this place, and not after this moment. */
    record Span(TracePosition from, Instant to) {
        void restrict(TraceCondition condition) {
            condition.before(from);
            condition.and("m.arrived <= :to", Map.of("to", to));
        }
    }

    private Optional<Instant> latest() {
        return inTime.bind(entities.createQuery(
                "select m.arrived from TraceMessageRow m" + inTime + LATEST_FIRST, Instant.class))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private boolean isOver() {
        return latest.filter(last -> !last.isBefore(from.arrived())).isEmpty();
    }

    /** {@return the next span that is to be looked at; empty at the end of the way} */
    Optional<Span> next() {
        if (isOver()) {
            return Optional.empty();
        }
        Span span = span();
        long lines = lines(span);
        while (lines > left && span.to().isAfter(from.arrived())) {
            if (left <= enough) {
                return Optional.empty();
            }
            length = length.dividedBy(GROWTH);
            span = span();
            lines = lines(span);
        }
        left -= lines;
        length = length.compareTo(SHORTEST_SPAN) < 0 ? SHORTEST_SPAN : length.multipliedBy(GROWTH);
        from = TracePosition.laterThan(span.to());
        return Optional.of(span);
    }

    private Span span() {
        Instant to = from.arrived().plus(length);
        return new Span(from, latest.filter(to::isAfter).orElse(to));
    }

    /** {@return how many lines it has, counted no further than matters} */
    private long lines(Span span) {
        TraceCondition condition = inTime.copy();
        span.restrict(condition);
        return condition.count(entities,
                "(select m.key as found from TraceMessageRow m" + condition + LATEST_FIRST + " limit "
                        + (Math.max(left, 0) + 1) + ")");
    }

    /** {@return where the way ended; empty where that is the latest line} */
    Optional<TracePosition> end() {
        return isOver() ? Optional.empty() : Optional.of(from);
    }
}
