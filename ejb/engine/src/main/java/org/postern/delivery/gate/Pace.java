package org.postern.delivery.gate;

import java.time.Duration;

/** How long the deliveries through one door take, of late. */
final class Pace {
    /** What is thought of a door that nobody has left yet. */
    private static final Duration UNKNOWN = Duration.ofSeconds(1);
    private static final int WEIGHT = 8;

    private final Duration slow;
    private Duration mean = UNKNOWN;
    private boolean known;

    /** @param slow from which mean on it is slow */
    Pace(Duration slow) {
        this.slow = slow;
    }

    void took(Duration time) {
        mean = known ? mean.multipliedBy(WEIGHT - 1L).plus(time).dividedBy(WEIGHT) : time;
        known = true;
    }

    /** What was is no measure of what will be. */
    void forget() {
        mean = UNKNOWN;
        known = false;
    }

    Duration mean() {
        return mean;
    }

    boolean isKnown() {
        return known;
    }

    boolean isSlow() {
        return known && isLong(mean);
    }

    boolean isLong(Duration time) {
        return time.compareTo(slow) >= 0;
    }
}
