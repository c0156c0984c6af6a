package org.postern.net.scan;

import java.time.Duration;

/** The time at which all that is asked about one message must be over. */
final class Deadline {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** {@return so long from now} */
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** {@return what is left of it, rounded up, in milliseconds; 0 if it is over} */
    long millis() {
        long nanos = end - System.nanoTime();
        return nanos <= 0 ? 0 : (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    }
}
