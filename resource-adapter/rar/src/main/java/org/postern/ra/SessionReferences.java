package org.postern.ra;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names sessions, for replies, log and trace. A name is not used twice, nor after a restart: numbering goes on from the time of
 * the start, and a server would have to take a million sessions every millisecond to catch up with the clock.
 */
final class SessionReferences {
    private static final int SESSIONS_PER_MILLISECOND_BITS = 20;

    private final AtomicLong last;

    SessionReferences(InstantSource clock) {
        last = new AtomicLong(clock.millis() << SESSIONS_PER_MILLISECOND_BITS);
    }

    /** {@return the next name: letters and digits, about 13} */
    String next() {
        return Long.toString(last.incrementAndGet(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }
}
