package org.postern.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * When the next of many things may be done, so that there are so many a minute in the long run: at once as many as a minute has, after a pause; then one after
 * the other. Holds a bounded number of keys, each for itself, and forgets the one longest unused first. Safe for many threads.
 */
public final class Pace {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Instant> used;

    /** @param most how many keys are held */
    public Pace(InstantSource clock, int most) {
        this.clock = clock;
        this.used = new Latest<>(most);
    }

    /**
     * {@return when the next of this key may be done, which is counted; empty, and nothing is counted, where it would be further away than it may}
     *
     * @param perMinute how many; at least 1
     */
    public synchronized Optional<Instant> next(String key, int perMinute, Duration furthest) {
        Instant now = clock.instant();
        Instant before = Optional.ofNullable(used.get(key)).filter(now::isBefore).orElse(now);
        Instant after = before.plus(WINDOW.dividedBy(perMinute));
        Instant at = after.minus(WINDOW);
        if (at.isAfter(now.plus(furthest))) {
            return Optional.empty();
        }
        used.put(key, after);
        return Optional.of(at.isAfter(now) ? at : now);
    }
}
