package org.postern.ra;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the sessions of one node. A key without sessions takes no room. */
final class InMemorySessionCounters implements SessionCounters {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public boolean enter(String key, int most) {
        boolean[] entered = {false};
        counts.compute(key, (k, known) -> {
            int before = known == null ? 0 : known;
            entered[0] = before < most;
            return entered[0] ? Integer.valueOf(before + 1) : known;
        });
        return entered[0];
    }

    @Override
    public void leave(String key) {
        counts.computeIfPresent(key, (k, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    @Override
    public int count(String key) {
        return counts.getOrDefault(key, 0);
    }
}
