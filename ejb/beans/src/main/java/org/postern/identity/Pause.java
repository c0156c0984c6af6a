package org.postern.identity;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits. A session's thread is a virtual one, so that waiting costs no thread of the system. */
@FunctionalInterface
interface Pause {
    /** Returns after this time, or when the thread is interrupted. */
    void pause(Duration time);

    /** The real one. */
    static void park(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }
}
