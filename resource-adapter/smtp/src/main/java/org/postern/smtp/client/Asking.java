package org.postern.smtp.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many recipients a server is told of at once, so that in the time of a transaction the message can still be handed on for those whom it
 * has taken: what is under way cannot be taken back. One at a time without PIPELINING; with it a few at first, then more.
 */
final class Asking {
    private static final int FIRST = 10;

    private final LongSupplier ticks;
    private final boolean pipelined;
    private final long end;
    private long longest;
    private int most;

    /**
     * Begins now.
     *
     * @param ticks nanoseconds since whenever, which only grow
     * @param limit how long recipients may take in all, as long as one of them is taken
     */
    Asking(LongSupplier ticks, Duration limit, boolean pipelined) {
        this.ticks = ticks;
        this.pipelined = pipelined;
        this.end = ticks.getAsLong() + limit.toNanos();
        this.most = pipelined ? FIRST : 1;
    }

    /** {@return how many of those that are left may be told of now, as slow as it is; 0 if its time is over, and somebody is taken} */
    int next(int left, boolean anyTaken) {
        long room = Math.max(anyTaken ? 0 : 1, (end - ticks.getAsLong()) / Math.max(1, longest));
        int next = (int) Math.min(Math.min(left, most), room);
        most = pipelined ? 2 * most : 1;
        return next;
    }

    /** Tells that a reply to one of them was waited for since then. */
    void answeredSince(long begun) {
        longest = Math.max(longest, ticks.getAsLong() - begun);
    }
}
