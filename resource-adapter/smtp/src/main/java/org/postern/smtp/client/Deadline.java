package org.postern.smtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** When something has to be over, whatever each of its steps may take. */
final class Deadline {
    /** A transport that looks at whole milliseconds is that much early. */
    private static final long MOMENT = Duration.ofMillis(2).toNanos();

    private final LongSupplier ticks;
    private final String what;
    private final Duration limit;
    private final long end;

    /**
     * Begins now.
     *
     * @param ticks nanoseconds since whenever, which only grow
     * @param what has to be over, in a few words
     */
    Deadline(LongSupplier ticks, String what, Duration limit) {
        this.ticks = ticks;
        this.what = what;
        this.limit = limit;
        this.end = ticks.getAsLong() + limit.toNanos();
    }

    /**
     * {@return how long a step may take, which is more than nothing}
     *
     * @throws IOException if the time is over
     */
    Duration atMost(Duration step) throws IOException {
        long left = left();
        if (left <= MOMENT) {
            throw tooSlow();
        }
        return step.toNanos() <= left ? step : Duration.ofNanos(left);
    }

    /** {@return why this failed: because the time was over, or for its own reason} */
    IOException reason(IOException failure) {
        return left() <= MOMENT ? tooSlow() : failure;
    }

    private long left() {
        return end - ticks.getAsLong();
    }

    private IOException tooSlow() {
        return new IOException(
                "the server is too slow: " + what + " took more than " + limit.toSeconds() + " s in all");
    }
}
