package org.postern.bounce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The key to sign with, asked of the store once an hour; while that is out of reach, the one from before. Safe for many threads. */
final class HeldKey {
    /** How long a key is used before the store is asked again. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final ReturnKeys keys;
    private final InstantSource clock;
    private volatile Optional<Held> held = Optional.empty();

    private record Held(ReturnKey key, Instant until) {}

    HeldKey(ReturnKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** {@return the key; empty where none was known when the store went out of reach} */
    Optional<ReturnKey> get() {
        Instant now = clock.instant();
        if (held.filter(one -> now.isBefore(one.until())).isEmpty()) {
            try {
                held = Optional.of(new Held(keys.current(), now.plus(FRESH)));
            } catch (RuntimeException outOfReach) {
                return held.map(Held::key);
            }
        }
        return held.map(Held::key);
    }
}
