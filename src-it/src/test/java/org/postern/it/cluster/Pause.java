package org.postern.it.cluster;

import org.postern.it.harness.NumberedLoad;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The longest time within which a load got no 250. */
final class Pause implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(20);

    private final NumberedLoad load;
    private final int all;
    private final Thread watching = Thread.ofVirtual().name("pause").unstarted(this::watch);
    private volatile Duration longest = Duration.ZERO;

    private Pause(NumberedLoad load, int all) {
        this.load = load;
        this.all = all;
    }

    /** {@return the pauses of a load of so many messages, from now on until all have got their 250} */
    static Pause of(NumberedLoad load, int all) {
        Pause pause = new Pause(load, all);
        pause.watching.start();
        return pause;
    }

    private void watch() {
        int seen = load.acknowledged().cardinality();
        long since = System.nanoTime();
        while (seen < all && !Thread.currentThread().isInterrupted()) {
            int now = load.acknowledged().cardinality();
            if (now > seen) {
                seen = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > longest.toNanos()) {
                longest = Duration.ofNanos(System.nanoTime() - since);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** {@return it, so far} */
    Duration longest() {
        return longest;
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
