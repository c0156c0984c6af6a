package org.postern.flow;

import java.time.Duration;
import java.time.Instant;

/** How long the time is that one figure counts. */
public enum FlowSpan {
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(2)), HOUR(Duration.ofHours(1), Duration.ofDays(400));

    private final Duration length;
    private final Duration kept;

    FlowSpan(Duration length, Duration kept) {
        this.length = length;
        this.kept = kept;
    }

    /** {@return how long it is} */
    public Duration length() {
        return length;
    }

    /** {@return how long figures of this kind are kept} */
    public Duration kept() {
        return kept;
    }

    /** {@return when the span began that this moment lies in} */
    public Instant begin(Instant at) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}
