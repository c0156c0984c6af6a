package org.postern.admin.flow;

import org.postern.flow.FlowSpan;

import java.time.Duration;

/** How far back a person looks, and how much each step of what is drawn counts. */
public enum FlowRange {
    HOUR(Duration.ofHours(1), FlowSpan.MINUTE, Duration.ofMinutes(1)), DAY(Duration.ofDays(1), FlowSpan.MINUTE,
            Duration.ofMinutes(10)), MONTH(Duration.ofDays(30), FlowSpan.HOUR, Duration.ofHours(6));

    private final Duration length;
    private final FlowSpan span;
    private final Duration step;

    FlowRange(Duration length, FlowSpan span, Duration step) {
        this.length = length;
        this.span = span;
        this.step = step;
    }

    /** {@return how far back it reaches} */
    public Duration length() {
        return length;
    }

    /** {@return which figures it is made of} */
    FlowSpan span() {
        return span;
    }

    /** {@return how much time one step counts} */
    public Duration step() {
        return step;
    }
}
