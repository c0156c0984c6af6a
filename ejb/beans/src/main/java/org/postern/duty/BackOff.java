package org.postern.duty;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Waits between attempts, twice as long after each failure, up to a minute. Ends at once when the stage ends. Tells about an outage
 * when it begins and when it is over, not at every attempt.
 */
public final class BackOff {
    private static final long FIRST_WAIT_MILLIS = 1000;
    private static final long LONGEST_WAIT_MILLIS = 60_000;
    private static final int SPLIT_AFTER = 3;

    private static final long LONGEST_GLANCE_MILLIS = 500;

    private final CountDownLatch end;
    private final Consumer<Throwable> atFirstFailure;
    private final Runnable atRecovery;
    private final long firstWaitMillis;
    private int failures;

    public BackOff(CountDownLatch end, Consumer<Throwable> atFirstFailure, Runnable atRecovery) {
        this(end, atFirstFailure, atRecovery, FIRST_WAIT_MILLIS);
    }

    public BackOff(CountDownLatch end, Consumer<Throwable> atFirstFailure, Runnable atRecovery, long firstWaitMillis) {
        this.firstWaitMillis = firstWaitMillis;
        this.end = end;
        this.atFirstFailure = atFirstFailure;
        this.atRecovery = atRecovery;
    }

    public boolean isOver() {
        return end.getCount() == 0;
    }

    /** Takes turns until the stage ends, and waits after each that fails, whatever was thrown. */
    public void untilTheEnd(Duty.Turn turn) {
        while (!isOver()) {
            try {
                turn.take();
            } catch (Throwable e) {
                waitAfter(e);
            }
        }
    }

    /** {@return whether it failed so often that the cause may lie in what is stored} */
    public boolean isWorthSplitting() {
        return failures >= SPLIT_AFTER;
    }

    public void waitAfter(Throwable failure) {
        if (failures == 0) {
            atFirstFailure.accept(failure);
        }
        long wait = Math.min(LONGEST_WAIT_MILLIS, firstWaitMillis << Math.min(failures, 16));
        failures++;
        await(wait);
    }

    /** Waits for a moment, never as long as another who does the same; nothing has failed. */
    public void waitAfterConflict(int conflicts) {
        await(ThreadLocalRandom.current().nextLong(1, Math.min(LONGEST_GLANCE_MILLIS, 4L << Math.min(conflicts, 16))));
    }

    /** Waits as long as after a first failure; nothing has failed. */
    public void rest() {
        await(firstWaitMillis);
    }

    private void await(long wait) {
        try {
            end.await(wait, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }

    public void worked() {
        if (failures > 0) {
            failures = 0;
            atRecovery.run();
        }
    }
}
