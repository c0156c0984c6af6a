package org.postern.archive;

import org.postern.archive.MailArchive.Held;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Bounds what is kept at one place. What there is is counted every minute; in between, what has come since counts. Safe for many threads, of which one
 * counts and forgets.
 */
public final class ArchiveRoom {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final MailArchive archive;
    private final String place;
    private final Supplier<Held> most;
    private final InstantSource clock;
    private Held known = Held.NOTHING;
    private Instant until = Instant.MIN;
    private boolean isBusy;

    /**
     * @param place which
     * @param most how much it may keep, at the moment of asking
     */
    public ArchiveRoom(MailArchive archive, String place, Supplier<Held> most, InstantSource clock) {
        this.archive = archive;
        this.place = place;
        this.most = most;
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
        boolean isDue = !clock.instant().isBefore(until) || !known.over(most.get()).isNothing();
        boolean mine = isDue && !isBusy;
        isBusy |= mine;
        return mine;
    }

    /** {@return what is left} */
    private Held trim() {
        Held there = archive.held(place);
        Held excess = there.over(most.get());
        while (!excess.isNothing()) {
            Held gone = archive.forgetOldest(place, excess);
            if (gone.isNothing()) {
                break;
            }
            there = there.over(gone);
            excess = there.over(most.get());
        }
        return there;
    }
}
