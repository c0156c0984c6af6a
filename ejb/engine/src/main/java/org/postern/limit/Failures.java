package org.postern.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Failures of one kind of key, and how long each makes it wait: nothing for the first ones, then twice as long each time. They are forgotten when none has
 * come for a quarter of an hour. Holds a bounded number of keys; the one that was looked at longest ago makes room.
 */
public final class Failures {
    /** The most keys. */
    public static final int MOST_KEPT = 10_000;
    /** How long failures are remembered. */
    public static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final InstantSource clock;
    private final Map<String, Count> counts = new Latest<>(MOST_KEPT);

    /**
     * @param free with how many the wait begins
     * @param first how long it is then
     * @param longest how long it becomes
     */
    public Failures(int free, Duration first, Duration longest, InstantSource clock) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.clock = clock;
    }

    private record Count(int many, Instant until) {}

    /** {@return how long this key has to wait; zero if not at all} */
    public synchronized Duration wait(String key) {
        return Optional.ofNullable(counts.get(key))
                .map(count -> Duration.between(clock.instant(), count.until()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /** Counts one more. */
    public synchronized void add(String key) {
        Instant now = clock.instant();
        int many = Optional.ofNullable(counts.get(key))
                .filter(count -> !count.until().plus(FORGOTTEN).isBefore(now))
                .map(Count::many)
                .orElse(0) + 1;
        counts.put(key, new Count(many, now.plus(penalty(many - free))));
    }

    /** Takes some back, and the wait that came of them. */
    public synchronized void lessen(String key, int many) {
        counts.computeIfPresent(key,
                (same, count) -> new Count(Math.max(0, count.many() - many), clock.instant()));
    }

    private Duration penalty(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration wait = first.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
