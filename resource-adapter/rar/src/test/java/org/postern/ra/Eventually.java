package org.postern.ra;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do, no longer than ten seconds. */
final class Eventually {
    private Eventually() {}

    static void is(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to be within ten seconds");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
