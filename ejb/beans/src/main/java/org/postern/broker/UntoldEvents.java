package org.postern.broker;

import org.postern.event.Event;

import java.util.ArrayList;
import java.util.List;

/**
 * What could not be told while a store was away: the first thousand events are kept, the others counted. Safe for many threads.
 */
final class UntoldEvents {
    static final int MOST_KEPT = 1_000;

    private final List<Event> kept = new ArrayList<>();
    private long lost;

    /** What was kept, and how much was not. */
    record Untold(List<Event> events, long lost) {}

    synchronized void keep(List<Event> events) {
        int room = Math.min(events.size(), MOST_KEPT - kept.size());
        kept.addAll(events.subList(0, room));
        lost += events.size() - room;
    }

    /** {@return all there is; it is not here any more} */
    synchronized Untold take() {
        Untold untold = new Untold(List.copyOf(kept), lost);
        kept.clear();
        lost = 0;
        return untold;
    }
}
