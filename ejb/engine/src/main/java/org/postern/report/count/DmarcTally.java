package org.postern.report.count;

import org.postern.report.PublishedDmarc;
import org.postern.report.RowFacts;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts in memory, until somebody takes the counts and stores them, many at once; what was not taken is lost with the process. What would take too
 * much room is not counted, and no domain takes all of it.
 */
public final class DmarcTally implements DmarcResults {
    /** The most kinds of message that are told apart between two times. */
    static final int MOST = 10_000;
    /** The most of them that are of one policy domain. */
    static final int MOST_OF_A_DOMAIN = 2000;

    private final InstantSource clock;
    private final String node;
    private Map<Key, Long> counts = new HashMap<>();
    private Map<String, Integer> kinds = new HashMap<>();

    private record Key(LocalDate day, PublishedDmarc published, RowFacts facts) {}

    /** @param node whose counts they are */
    public DmarcTally(InstantSource clock, String node) {
        this.clock = clock;
        this.node = node;
    }

    @Override
    public void count(PublishedDmarc published, RowFacts facts) {
        add(new Key(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), published, facts), 1);
    }

    private synchronized void add(Key key, long messages) {
        String domain = key.published().domain();
        if (counts.computeIfPresent(key, (same, before) -> before + messages) == null && counts.size() < MOST
                && kinds.getOrDefault(domain, 0) < MOST_OF_A_DOMAIN) {
            counts.put(key, messages);
            kinds.merge(domain, 1, Integer::sum);
        }
    }

    /**
     * Stores what was counted since the last time, in one go.
     *
     * @throws RuntimeException what {@code figures} throws; nothing is lost then
     */
    public void storeIn(DmarcFigures figures) {
        Map<Key, Long> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        List<DmarcCount> list = new ArrayList<>(taken.size());
        taken.forEach((key, messages) -> list.add(new DmarcCount(key.day(), key.published(), key.facts(), messages)));
        try {
            figures.add(node, list);
        } catch (RuntimeException e) {
            taken.forEach(this::add);
            throw e;
        }
    }

    private synchronized Map<Key, Long> take() {
        Map<Key, Long> taken = counts;
        counts = new HashMap<>();
        kinds = new HashMap<>();
        return taken;
    }
}
