package org.postern.trust.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules that count at present, exchanged as a whole when they change, and how often each was met since that was last asked. Mail never waits
 * for the database to look at them or to count. Safe for many threads.
 */
public final class LiveRules {
    private final Map<String, Long> hits = new ConcurrentHashMap<>();
    private final Map<String, Long> ofFile = new ConcurrentHashMap<>();
    private volatile List<LiveRule> present;

    /** Such as those of the file, before those of the database are known. */
    public LiveRules(List<LiveRule> first) {
        present = List.copyOf(first);
    }

    /** {@return what counts now, in its order} */
    public List<LiveRule> get() {
        return present;
    }

    /** From now on, these count. */
    public void now(List<LiveRule> next) {
        present = List.copyOf(next);
    }

    /** Counts that a message has met it. */
    void hit(LiveRule rule) {
        (rule.isOfFile() ? ofFile : hits).merge(rule.key(), 1L, Long::sum);
    }

    /** {@return how many messages have met a rule of the file since this node has started} */
    public long hitsOfFile(LiveRule rule) {
        return ofFile.getOrDefault(rule.key(), 0L);
    }

    /** {@return the hits of rules of the database by their number, since this was last asked} */
    public Map<Long, Long> take() {
        Map<Long, Long> taken = new TreeMap<>();
        hits.keySet().forEach(key -> {
            Long count = hits.remove(key);
            if (count != null) {
                taken.put(Long.valueOf(key), count);
            }
        });
        return taken;
    }

    /** Counts again what could not be written. */
    public void putBack(Map<Long, Long> taken) {
        taken.forEach((key, count) -> hits.merge(Long.toString(key), count, Long::sum));
    }
}
