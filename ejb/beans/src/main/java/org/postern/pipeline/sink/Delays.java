package org.postern.pipeline.sink;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass where a sink is slow on purpose, until the gateway stops. */
@Singleton
public class Delays {
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Returns after this time.
     *
     * @throws InterruptedException when interrupted meanwhile, or the gateway stops
     */
    void await(Duration time) throws InterruptedException {
        if (ended.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the gateway stops");
        }
    }

    @PreDestroy
    void end() {
        ended.countDown();
    }
}
