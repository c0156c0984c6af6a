package org.postern.duty;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.sentence.Sentence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class DutiesTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
    /** The JDK's own, under the type that the server gives it. */
    private final Duties duties = new Duties((ManagedScheduledExecutorService) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[]{ManagedScheduledExecutorService.class},
            (proxy, method, arguments) -> {
                try {
                    return method.invoke(threads, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void anErrorIsNotTheLastTurn() throws InterruptedException {
        Semaphore turns = new Semaphore(0);
        duties.begin(new Duty(Sentence.asItIs("looking"), () -> {
            turns.release();
            throw new StackOverflowError();
        }, e -> {
        }), SOON, SOON);
        assertThat(turns.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(duties.broken()).isEmpty();
    }

    @Test
    void theEndWaitsForATurnThatHasBegun() throws InterruptedException {
        Semaphore begun = new Semaphore(0);
        Semaphore goOn = new Semaphore(0);
        AtomicBoolean done = new AtomicBoolean();
        Duty duty = new Duty(Sentence.asItIs("moving mail"), () -> {
            begun.release();
            goOn.acquire();
            done.set(true);
        }, e -> {
        });
        duties.begin(duty, SOON, SOON);
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        Thread.ofVirtual().start(goOn::release);
        duties.end(duty);
        assertThat(done).isTrue();
    }

    @Test
    void aServerThatIsSuspendedOrStopsDoesNotWork() {
        assertThat(new Activity(() -> "RUNNING").isWorking()).isTrue();
        assertThat(new Activity(() -> "SUSPENDING").isWorking()).isFalse();
        assertThat(new Activity(() -> "SUSPENDED").isWorking()).isFalse();
        assertThat(new Activity().isWorking()).as("where no management says").isTrue();
    }

    @Test
    void nameWhatHasEndedThoughNobodyEndedIt() throws InterruptedException {
        Duty kept = new Duty(Sentence.asItIs("looking"), () -> {
        }, e -> {
        });
        Duty ended = new Duty(Sentence.asItIs("sweeping"), () -> {
        }, e -> {
        });
        duties.begin(kept, SOON, SOON);
        duties.begin(ended, SOON, SOON);
        duties.end(ended);
        assertThat(duties.broken()).isEmpty();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(duties.broken()).map(Sentence::toString).containsExactly("looking");
    }

    @Test
    void nameAThreadThatHasEnded() {
        boolean[] lives = {true};
        duties.include(Sentence.asItIs("the journal"), () -> lives[0]);
        assertThat(duties.broken()).isEmpty();
        lives[0] = false;
        assertThat(duties.broken()).map(Sentence::toString).containsExactly("the journal");
        duties.leave(Sentence.asItIs("the journal"));
        assertThat(duties.broken()).isEmpty();
    }

    @Test
    void aThreadOfItsOwnCountsUntilItIsEnded() {
        AtomicBoolean ended = new AtomicBoolean();
        LastingThread reading = LastingThread.begin(duties, Sentence.asItIs("reading"), Thread::new, "reader", end -> {
            try {
                end.await();
                ended.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(duties.broken()).isEmpty();
        reading.end();
        assertThat(ended).isTrue();
        assertThat(duties.broken()).isEmpty();
    }

    @Test
    void aThreadThatHasEndedByItselfIsMissed() throws InterruptedException {
        List<Thread> made = new ArrayList<>();
        LastingThread reading = LastingThread.begin(duties, Sentence.asItIs("reading"), work -> {
            made.add(new Thread(work));
            return made.getFirst();
        }, "reader", end -> {
        });
        made.getFirst().join();
        assertThat(duties.broken()).map(Sentence::toString).containsExactly("reading");
        reading.end();
        assertThat(duties.broken()).isEmpty();
    }
}
