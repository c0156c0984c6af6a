package org.postern.pipeline.sink;

import jakarta.inject.Singleton;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rings when mail has come to the sink on this node. */
@Singleton
public class SinkBell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    /** {@return how often it has rung, to be asked for before looking} */
    public long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** Tells all who wait that there is more to be seen. */
    public void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when it has rung more often than that, or so many nanoseconds are over.
     *
     * @throws InterruptedException when interrupted meanwhile
     */
    public void await(long known, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (rings == known && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
