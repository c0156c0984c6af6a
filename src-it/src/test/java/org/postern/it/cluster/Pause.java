package org.postern.it.cluster;

import org.postern.it.harness.NumberedLoad;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The longest time within which a load got no 250. */
final class Pause implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(20);

    private final NumberedLoad load;
    private final Thread watching = Thread.ofVirtual().name("pause").unstarted(this::watch);
    private volatile Duration longest = Duration.ZERO;

    private Pause(NumberedLoad load) {
        this.load = load;
    }

    /** {@return the pauses of this load from now on} */
    static Pause of(NumberedLoad load) {
        Pause pause = new Pause(load);
        pause.watching.start();
        return pause;
    }

    private void watch() {
        int seen = load.acknowledged().cardinality();
        long since = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
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
