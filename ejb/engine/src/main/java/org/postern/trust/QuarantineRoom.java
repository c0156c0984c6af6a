package org.postern.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Bounds what waits in quarantine: strangers decide how much of it comes. What there is is counted every ten seconds; in between, what has been
 * taken since counts. Safe for many threads.
 */
public final class QuarantineRoom {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LongSupplier waiting;
    private final int most;
    private final InstantSource clock;
    private long known;
    private Instant until = Instant.MIN;

    /**
     * @param waiting how many messages wait there, counted as far as {@code most}
     * @param most how many may
     */
    public QuarantineRoom(LongSupplier waiting, int most, InstantSource clock) {
        this.waiting = waiting;
        this.most = most;
        this.clock = clock;
    }

    /** {@return whether there is room for one more, which is taken then} */
    boolean take() {
        refresh();
        synchronized (this) {
            boolean room = known < most;
            known += room ? 1 : 0;
            return room;
        }
    }

    /** Asks outside the lock: whoever else wants to know meanwhile takes what was known. */
    private void refresh() {
        synchronized (this) {
            if (clock.instant().isBefore(until)) {
                return;
            }
            until = clock.instant().plus(FRESH);
        }
        long now = waiting.getAsLong();
        synchronized (this) {
            known = now;
        }
    }
}
