package org.postern.trust;

import org.postern.config.Setting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Bounds what waits in quarantine: strangers decide how much of it comes. What there is is counted every ten seconds; in between, what has been
 * taken since counts. Safe for many threads.
 */
public final class QuarantineRoom {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<Held> waiting;
    private final Held most;
    private final InstantSource clock;
    private Held known = new Held(0, 0);
    private Instant until = Instant.MIN;

    /**
     * How much waits.
     *
     * @param messages how many
     * @param octets of their contents together
     */
    public record Held(long messages, long octets) {}

    /**
     * @param waiting how much waits there, counted as far as {@code most}
     * @param most how much may
     */
    public QuarantineRoom(Supplier<Held> waiting, Held most, InstantSource clock) {
        this.waiting = waiting;
        this.most = most;
        this.clock = clock;
    }

    /** {@return the setting that leaves no room for one more of this size; empty if there is room, which is taken then} */
    Optional<Setting<?>> take(long octets) {
        refresh();
        synchronized (this) {
            if (known.messages >= most.messages) {
                return Optional.of(TrustSettings.QUARANTINE_MOST);
            }
            if (known.octets > most.octets - octets) {
                return Optional.of(TrustSettings.QUARANTINE_SIZE);
            }
            known = new Held(known.messages + 1, known.octets + octets);
            return Optional.empty();
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
        Held now = waiting.get();
        synchronized (this) {
            known = now;
        }
    }
}
