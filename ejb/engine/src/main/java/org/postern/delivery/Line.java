package org.postern.delivery;

import java.util.concurrent.locks.Condition;

/** Where deliveries wait for a place. When one has waited in vain, the others need not try until a place becomes free. */
final class Line {
    private final Condition free;
    private int waiting;
    private boolean jammed;

    Line(Condition free) {
        this.free = free;
    }

    /** {@return whether somebody has waited in vain since a place became free} */
    boolean isJammed() {
        return jammed;
    }

    void jam() {
        jammed = true;
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
        jammed = false;
        free.signal();
    }

    /** Something has changed for all who wait. */
    void dissolve() {
        jammed = false;
        free.signalAll();
    }

    boolean isEmpty() {
        return waiting == 0;
    }
}
