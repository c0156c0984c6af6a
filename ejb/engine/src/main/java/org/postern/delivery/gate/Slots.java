package org.postern.delivery.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * The times that are given to deliveries of one lane for which there is no place: each a time of its own, in the rhythm in which
 * places become free, so that they do not all come back at once.
 */
final class Slots {
    /** Beyond so many beats of the rhythm the times are given out a second time: nobody calls back what waits when the process ends. */
    private static final int BEATS = 10;
    private static final Duration NEAREST_HORIZON = Duration.ofMinutes(1);
    private static final Duration FARTHEST_HORIZON = Duration.ofHours(1);
    /** What is taken up ahead of the rhythm, because one looks for it but now and then. */
    private static final Duration AHEAD = Duration.ofSeconds(1);

    private Instant last = Instant.MIN;
    private Instant farthest = Instant.MIN;
    private Instant admitted = Instant.MIN;

    /** {@return the next free time, not before {@code soonest}} */
    Instant book(Instant soonest, Duration rhythm) {
        Instant next = last.isBefore(soonest) ? soonest : last.plus(rhythm);
        last = next.isAfter(soonest.plus(horizon(rhythm))) ? soonest : next;
        farthest = last.isAfter(farthest) ? last : farthest;
        return last;
    }

    private static Duration horizon(Duration rhythm) {
        Duration beats = rhythm.multipliedBy(BEATS);
        if (beats.compareTo(NEAREST_HORIZON) < 0) {
            return NEAREST_HORIZON;
        }
        return beats.compareTo(FARTHEST_HORIZON) > 0 ? FARTHEST_HORIZON : beats;
    }

    /** {@return whether it is in time with the rhythm to take one up now} */
    boolean isReady(Instant now) {
        return !admitted.isAfter(now);
    }

    /** {@return whether it is; if so, one is taken up} */
    boolean admit(Instant now, Duration rhythm) {
        if (!isReady(now)) {
            return false;
        }
        Instant behind = now.minus(AHEAD);
        admitted = (admitted.isBefore(behind) ? behind : admitted).plus(rhythm);
        return true;
    }

    /** {@return whether times were given out that are more than a moment away} */
    boolean isFarBooked(Instant now) {
        return farthest.isAfter(now.plus(AHEAD));
    }

    /** Forgets what was given out. */
    void clear() {
        last = Instant.MIN;
        farthest = Instant.MIN;
    }
}
