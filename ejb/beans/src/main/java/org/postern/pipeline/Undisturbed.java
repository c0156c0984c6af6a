package org.postern.pipeline;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work on threads that nobody interrupts. When the gateway stops, the broker interrupts its sessions, and what is interrupted while it talks to a
 * store fails, although all was well with the store.
 */
@Singleton
public class Undisturbed {
    /** How long work may still take when the one who waits for it has been interrupted. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Duration longest;
    private final ExecutorService workers;

    @Inject
    Undisturbed(ManagedThreadFactory threads) {
        this(threads, LONGEST);
    }

    Undisturbed(ThreadFactory threads, Duration longest) {
        this.longest = longest;
        workers = Executors.newCachedThreadPool(threads);
    }

    /** What an interrupt must not reach. */
    @FunctionalInterface
    interface Work {
        void carryOut() throws IOException, QueueUnavailableException;
    }

    @PreDestroy
    void end() {
        workers.shutdown();
    }

    /**
     * Returns or fails as the work does. An interrupt of the caller is forgotten: who asked for the end of what the work follows from, has it.
     *
     * @throws InterruptedException when the work was not over thirty seconds after the caller had been interrupted; it goes on
     */
    void carryOut(Work work) throws IOException, QueueUnavailableException, InterruptedException {
        Future<?> end = workers.submit(() -> {
            work.carryOut();
            return null;
        });
        try {
            await(end);
        } catch (ExecutionException e) {
            throw causeOf(e);
        }
    }

    private void await(Future<?> end) throws ExecutionException, InterruptedException {
        try {
            end.get();
        } catch (InterruptedException stopping) {
            awaitTheLast(end);
        }
    }

    private void awaitTheLast(Future<?> end) throws ExecutionException, InterruptedException {
        long latest = System.nanoTime() + longest.toNanos();
        boolean over = false;
        while (!over) {
            over = isOver(end, latest - System.nanoTime());
        }
    }

    private boolean isOver(Future<?> end, long nanos) throws ExecutionException, InterruptedException {
        try {
            end.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            throw new InterruptedException("not over " + longest.toSeconds() + " s after an interrupt");
        } catch (InterruptedException again) {
            return false;
        }
    }

    private static RuntimeException causeOf(ExecutionException failed) throws IOException, QueueUnavailableException {
        switch (failed.getCause()) {
            case IOException unreadable -> throw unreadable;
            case QueueUnavailableException full -> throw full;
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failed.getCause());
        }
    }
}
