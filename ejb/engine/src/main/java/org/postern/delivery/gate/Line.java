package org.postern.delivery.gate;

import java.util.concurrent.locks.Condition;

/** Where deliveries wait for a place. When one has waited in vain, others need not wait as long until a place becomes free. */
final class Line {
    private static final long NOBODY = -1;
    private static final int LONG = 5;

    private final Condition free;
    private int waiting;
    private long inVain = NOBODY;

    Line(Condition free) {
        this.free = free;
    }

    /** {@return whether somebody has waited as long in vain since a place became free, in nanoseconds} */
    boolean isJammed(long patience) {
        return patience <= inVain;
    }

    void jam(long waited) {
        inVain = Math.max(inVain, waited);
    }

    /** {@return whether so many wait that one more should not stay long} */
    boolean isLong() {
        return waiting >= LONG;
    }

    /** {@return what is signalled when it moves} */
    Condition free() {
        return free;
    }

    void come() {
        waiting++;
    }

    void go() {
        waiting--;
    }

    /** A place has become free. */
    void move() {
        inVain = NOBODY;
        free.signal();
    }

    /** Something has changed for all who wait. */
    void dissolve() {
        inVain = NOBODY;
        free.signalAll();
    }

    boolean isEmpty() {
        return waiting == 0;
    }
}
