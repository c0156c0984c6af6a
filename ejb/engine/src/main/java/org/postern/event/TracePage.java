package org.postern.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Some of the lines that a query finds, the latest first.
 *
 * @param lines those
 * @param later where this page begins and the one before it ends, which is asked for by {@link TraceQuery#before}; empty on the first
 * @param earlier where this page ends and the next one begins, which is asked for by {@link TraceQuery#after}; empty where nothing comes
 *        any more
 * @param lookedTo what lies beyond this moment was not looked at, since there is no index to go by and the search had been long enough: it
 *        goes on at {@code earlier}, or, where the page before a place was asked for, at {@code later}; empty where the page is full, or
 *        everything was looked at
 * @param total how many lines match in all, counted no further than {@link Page#COUNTED}; empty where that would take too long
 */
public record TracePage(List<TracedLine> lines, Optional<TracePosition> later, Optional<TracePosition> earlier,
        Optional<Instant> lookedTo, Optional<Long> total) {
    public TracePage {
        lines = List.copyOf(lines);
    }

    /** {@return whether counting ended before the list did} */
    public boolean isUncounted() {
        return total.filter(count -> count >= Page.COUNTED).isPresent();
    }
}
