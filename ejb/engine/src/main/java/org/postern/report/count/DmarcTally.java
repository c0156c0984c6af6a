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
 * much room is told apart by less, then not counted, and no domain takes all of it.
 */
public final class DmarcTally implements DmarcResults {
    /** The most kinds of message that are told apart between two times. */
    static final int MOST = 10_000;
    /** The most of them that are of one policy domain. */
    static final int MOST_OF_A_DOMAIN = 2000;
    /** The most of these that are told apart by what senders choose as they like. */
    static final int MOST_WHOLE_OF_A_DOMAIN = 1500;
    /** The most that are stored at once. */
    static final int MOST_AT_ONCE = 500;

    private final InstantSource clock;
    private final String node;
    private Map<Key, Long> counts = new HashMap<>();
    private Map<String, Integer> kinds = new HashMap<>();

    private record Key(LocalDate day, PublishedDmarc published, RowFacts facts) {
        Key reduced() {
            return new Key(day, published, facts.reduced());
        }

        static Key of(DmarcCount count) {
            return new Key(count.day(), count.published(), count.facts());
        }
    }

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
        if (!isAdded(key, messages, MOST_WHOLE_OF_A_DOMAIN)) {
            isAdded(key.reduced(), messages, MOST_OF_A_DOMAIN);
        }
    }

    private boolean isAdded(Key key, long messages, int most) {
        String domain = key.published().domain();
        if (counts.computeIfPresent(key, (same, before) -> before + messages) != null) {
            return true;
        }
        if (counts.size() >= MOST || kinds.getOrDefault(domain, 0) >= most) {
            return false;
        }
        counts.put(key, messages);
        kinds.merge(domain, 1, Integer::sum);
        return true;
    }

    /**
     * Stores what was counted since the last time, some at once.
     *
     * @throws RuntimeException what {@code figures} throws; what was not stored then is kept
     */
    public void storeIn(DmarcFigures figures) {
        Map<Key, Long> taken = take();
        List<DmarcCount> list = new ArrayList<>(taken.size());
        taken.forEach((key, messages) -> list.add(new DmarcCount(key.day(), key.published(), key.facts(), messages)));
        for (int from = 0; from < list.size(); from += MOST_AT_ONCE) {
            try {
                figures.add(node, list.subList(from, Math.min(from + MOST_AT_ONCE, list.size())));
            } catch (RuntimeException e) {
                list.subList(from, list.size()).forEach(count -> add(Key.of(count), count.messages()));
                throw e;
            }
        }
    }

    private synchronized Map<Key, Long> take() {
        Map<Key, Long> taken = counts;
        counts = new HashMap<>();
        kinds = new HashMap<>();
        return taken;
    }
}
