package org.postern.sink;

import org.postern.config.Settings;
import org.postern.sink.Sink.Held;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Bounds what the sink keeps. What there is is counted every ten seconds; in between, what has come since counts. Safe for many threads, of which one
 * counts and forgets.
 */
public final class SinkRoom {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Sink sink;
    private final Settings settings;
    private final InstantSource clock;
    private Held known = new Held(0, 0);
    private Instant until = Instant.MIN;
    private boolean isBusy;

    public SinkRoom(Sink sink, Settings settings, InstantSource clock) {
        this.sink = sink;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells that a message of so many octets was kept; the oldest go where it has become too much. */
    public void took(long octets) {
        if (!isMyTurn(octets)) {
            return;
        }
        try {
            Held left = trim();
            synchronized (this) {
                known = left;
                until = clock.instant().plus(FRESH);
            }
        } finally {
            synchronized (this) {
                isBusy = false;
            }
        }
    }

    private synchronized boolean isMyTurn(long octets) {
        known = known.plus(new Held(1, octets));
        boolean isDue = !clock.instant().isBefore(until) || !known.over(most()).isNothing();
        boolean mine = isDue && !isBusy;
        isBusy |= mine;
        return mine;
    }

    private Held most() {
        return new Held(settings.get(SinkSettings.MESSAGES), settings.get(SinkSettings.OCTETS));
    }

    /** {@return what is left} */
    private Held trim() {
        Held there = sink.held();
        Held excess = there.over(most());
        while (!excess.isNothing()) {
            Held gone = sink.forgetOldest(excess);
            if (gone.isNothing()) {
                break;
            }
            there = there.over(gone);
            excess = there.over(most());
        }
        return there;
    }
}
