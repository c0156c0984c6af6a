package org.postern.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Counters of one node. The window slides: what is left of the stretch before counts for the part of it that still lies within the
 * window. Holds a bounded number of keys and forgets the one longest unused first. Safe for many threads.
 */
public final class InMemoryCounters implements Counters {
    private final InstantSource clock;
    private final Map<String, Count> counts;

    /** @param most how many keys are held */
    public InMemoryCounters(InstantSource clock, int most) {
        this.clock = clock;
        this.counts = new Latest<>(most);
    }

    @Override
    public synchronized long add(String key, long amount, Duration window) {
        long now = clock.millis();
        Count count = counts.computeIfAbsent(key, k -> new Count(now));
        count.slide(now, window.toMillis());
        count.present += amount;
        return count.total(now, window.toMillis());
    }

    @Override
    public synchronized long count(String key, Duration window) {
        long now = clock.millis();
        Count count = counts.get(key);
        if (count == null) {
            return 0;
        }
        count.slide(now, window.toMillis());
        return count.total(now, window.toMillis());
    }

    @Override
    public synchronized void clear(String key) {
        counts.remove(key);
    }

    /** What was counted in this stretch and in the one before; each is one window long. */
    private static final class Count {
        private long began;
        private long present;
        private long before;

        Count(long began) {
            this.began = began;
        }

        void slide(long now, long window) {
            long passed = (now - began) / window;
            if (passed >= 1) {
                before = passed == 1 ? present : 0;
                present = 0;
                began += passed * window;
            }
        }

        long total(long now, long window) {
            long left = window - Math.max(0, now - began);
            return present + before * left / window;
        }
    }
}
