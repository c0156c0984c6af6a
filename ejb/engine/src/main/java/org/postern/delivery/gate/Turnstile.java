package org.postern.delivery.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets what waits come to places that many share, no more of it within a second than there are places free: whoever came in vain would be written to the
 * database once more. Where none is free, one comes now and then, so that who has waited long has a chance beside who is new.
 */
final class Turnstile {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    private final Slots slots = new Slots();

    /** {@return whether one more may come} If so, it counts as on its way. */
    boolean admits(int free, Instant now) {
        return slots.admit(now, free > 0 ? SECOND.dividedBy(free) : NOW_AND_THEN);
    }
}
