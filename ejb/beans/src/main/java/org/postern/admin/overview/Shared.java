package org.postern.admin.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** A reading that is good for a few seconds, for all who look; while one has it made, the others wait for that. */
final class Shared<T> {
    /** How old it gets. */
    static final Duration GOOD_FOR = Duration.ofSeconds(4);

    private final Supplier<T> source;
    private final InstantSource clock;
    private Optional<T> read = Optional.empty();
    private Instant until = Instant.MIN;

    Shared(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    synchronized T now() {
        Instant now = clock.instant();
        if (read.isEmpty() || !now.isBefore(until)) {
            read = Optional.of(source.get());
            until = now.plus(GOOD_FOR);
        }
        return read.get();
    }
}
