package org.postern.reputation.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The entries that count at present, exchanged as a whole when they change, and how often each was met since that was last asked. Mail never waits for
 * the database to look at them or to count. Safe for many threads.
 */
public final class LiveEntries {
    private final Map<String, Long> hits = new ConcurrentHashMap<>();
    private volatile PeoplesLists present = new PeoplesLists(List.of());

    /** {@return what counts now} */
    public PeoplesLists get() {
        return present;
    }

    /** From now on, these count. */
    public void now(PeoplesLists next) {
        present = next;
    }

    /** Counts that a message has met it. */
    public void hit(ListEntry entry) {
        hits.merge(entry.key(), 1L, Long::sum);
    }

    /** {@return the hits by key since this was last asked} */
    public Map<String, Long> take() {
        Map<String, Long> taken = new TreeMap<>();
        hits.keySet().forEach(key -> {
            Long count = hits.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        });
        return taken;
    }

    /** Counts again what could not be written. */
    public void putBack(Map<String, Long> taken) {
        taken.forEach((key, count) -> hits.merge(key, count, Long::sum));
    }
}
