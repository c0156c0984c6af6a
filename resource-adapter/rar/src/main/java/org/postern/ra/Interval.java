package org.postern.ra;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two turns of some work, and no longer than until somebody says that there will be no other. */
interface Interval {
    /** Waits. {@return whether there is to be another turn; at once false when {@link #end} was or is called} */
    boolean await(Duration time);

    /** Ends all waiting, now and later. */
    void end();

    /** {@return an interval of real time} */
    static Interval ofTime() {
        CountDownLatch ended = new CountDownLatch(1);
        return new Interval() {
            @Override
            public boolean await(Duration time) {
                try {
                    return !ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }

            @Override
            public void end() {
                ended.countDown();
            }
        };
    }
}
