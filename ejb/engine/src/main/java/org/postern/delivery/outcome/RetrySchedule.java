package org.postern.delivery.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message is tried again, and when it is given up (RFC 5321, 4.5.4.1).
 *
 * @param steps waiting times after the first attempt, the second and so on; the last one repeats
 * @param expiry how long after its arrival a message is given up; the last attempt is made then
 * @param jitter how far a waiting time strays from its step, as a part of it, 0 to 1: what failed together is not tried together
 */
public record RetrySchedule(List<Duration> steps, Duration expiry, double jitter) {
    public RetrySchedule {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("a schedule has at least one step, and a jitter of 0 to 1");
        }
    }

    /**
     * {@return when the next attempt is due; empty if there is none any more}
     *
     * @param arrived when the gateway took responsibility
     * @param attempts how many were made so far, at least one
     */
    public Optional<Instant> next(Instant arrived, int attempts, Instant now, RandomGenerator random) {
        if (isOver(arrived, now)) {
            return Optional.empty();
        }
        Duration step = steps.get(Math.min(attempts, steps.size()) - 1);
        double stray = 1 + jitter * (2 * random.nextDouble() - 1);
        Instant due = now.plusMillis(Math.round(step.toMillis() * stray));
        return Optional.of(due.isBefore(end(arrived)) ? due : end(arrived));
    }

    /** {@return whether the time of a message is over} */
    public boolean isOver(Instant arrived, Instant now) {
        return !now.isBefore(end(arrived));
    }

    private Instant end(Instant arrived) {
        return arrived.plus(expiry);
    }
}
