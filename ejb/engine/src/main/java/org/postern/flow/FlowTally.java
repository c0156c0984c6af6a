package org.postern.flow;

import org.postern.event.Event;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts events in memory by the minute, until somebody takes the counts and stores them. What a crash meanwhile takes with it are the
 * figures of some seconds, and no mail. Safe for many threads.
 */
public final class FlowTally {
    /** The most minutes that are told apart between two times; events of more, after a long absence of a store, count in the oldest. */
    static final int MOST = 3 * 24 * 60;

    private final String node;
    private final TreeMap<Instant, Map<FlowKind, Long>> minutes = new TreeMap<>();

    /** @param node whose counts they are */
    public FlowTally(String node) {
        this.node = node;
    }

    /** Counts events that are stored, each in the minute in which it happened. */
    public synchronized void count(List<Event> events) {
        for (Event event : events) {
            FlowKind.of(event).ifPresent(kind -> add(event.at(), kind, 1));
            if (FlowKind.isAside(event)) {
                add(event.at(), FlowKind.QUARANTINED, 1);
            }
        }
    }

    private void add(Instant at, FlowKind kind, long more) {
        Instant minute = FlowSpan.MINUTE.begin(at);
        boolean fits = minutes.containsKey(minute) || minutes.size() < MOST;
        minutes.computeIfAbsent(fits ? minute : minutes.firstKey(), any -> new EnumMap<>(FlowKind.class))
                .merge(kind, more, Long::sum);
    }

    /**
     * Stores what was counted since the last time.
     *
     * @throws RuntimeException what {@code figures} throws; what was not stored then is kept
     */
    public void storeIn(FlowFigures figures) {
        Deque<FlowFigure> left = take();
        try {
            for (; !left.isEmpty(); left.removeFirst()) {
                figures.add(node, left.getFirst());
            }
        } finally {
            giveBack(left);
        }
    }

    private synchronized Deque<FlowFigure> take() {
        Deque<FlowFigure> taken = new ArrayDeque<>();
        minutes.forEach((begins, counts) -> taken.add(new FlowFigure(begins, new FlowCounts(counts))));
        minutes.clear();
        return taken;
    }

    private synchronized void giveBack(Deque<FlowFigure> left) {
        left.forEach(minute -> minute.counts().of().forEach((kind, count) -> add(minute.begins(), kind, count)));
    }
}
