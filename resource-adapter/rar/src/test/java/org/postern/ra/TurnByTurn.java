package org.postern.ra;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** An interval that the test holds in its hand: it sees each waiting, and says when it is over. */
final class TurnByTurn implements Interval {
    private final LinkedBlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    private final SynchronousQueue<Boolean> turns = new SynchronousQueue<>();
    private volatile boolean ended;

    @Override
    public boolean await(Duration time) {
        waits.add(time);
        try {
            return !ended && turns.take() && !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void end() {
        ended = true;
        turns.offer(false);
    }

    /** {@return the time that the next waiting is to take, once it has begun} */
    Duration nextWait() throws InterruptedException {
        Duration time = waits.poll(10, TimeUnit.SECONDS);
        if (time == null) {
            throw new AssertionError("nobody waits");
        }
        return time;
    }

    /** Ends the present waiting. */
    void go() throws InterruptedException {
        turns.put(true);
    }
}
