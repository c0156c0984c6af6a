package org.postern.ra;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Keeps a log readable when the same thing happens a thousand times a second: says yes once in ten seconds, and counts. */
final class Seldom {
    private static final long INTERVAL = 10_000_000_000L;

    private final LongSupplier ticks;
    private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong count = new AtomicLong();

    Seldom(LongSupplier ticks) {
        this.ticks = ticks;
    }

    /** Counts one. {@return whether it is to be logged} */
    boolean counted() {
        count.incrementAndGet();
        long due = next.get();
        long now = ticks.getAsLong();
        return now >= due && next.compareAndSet(due, now + INTERVAL);
    }

    long count() {
        return count.get();
    }
}
