package org.postern.delivery.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * What one destination may get at most.
 *
 * @param concurrency deliveries at once, at least 1
 * @param perMinute messages in a minute; 0 for any number
 */
public record Allowance(int concurrency, int perMinute) {
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    /** {@return the time from one message to the next; empty if it does not matter} */
    Optional<Duration> distance() {
        return perMinute == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(MINUTE_NANOS / perMinute));
    }

    /** {@return the same where a person wants something else} */
    Allowance as(DestinationControl wanted) {
        return new Allowance(wanted.concurrency().orElse(concurrency), wanted.perMinute().orElse(perMinute));
    }
}
