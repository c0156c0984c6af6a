package org.postern.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What broker or database are asked for. Nobody waits longer than a second from the question on, whoever has asked it; it is asked for by one thread at a time, however many want it and however long it
 * takes, and good for ten seconds, or for twenty times what it took, so that it never costs more than a twentieth of a processor. Safe for many threads.
 */
final class Reading<T> {
    /** How long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How long it is good for at least. */
    static final Duration GOOD_FOR = Duration.ofSeconds(10);
    private static final int SHARE = 20;

    private final Supplier<T> source;
    private final Executor threads;
    private final LongSupplier nanos;
    private Optional<Asked<T>> last = Optional.empty();

    /** One question; from {@code goodUntil} on it is asked anew. */
    private static final class Asked<T> {
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private final long begun;
        private volatile long goodUntil;

        Asked(long begun) {
            this.begun = begun;
        }
    }

    /**
     * Nobody is asked before somebody wants to know.
     *
     * @param threads gives the question a thread, and returns at once
     * @param nanos ticks of a clock that never goes back
     */
    Reading(Supplier<T> source, Executor threads, LongSupplier nanos) {
        this.source = source;
        this.threads = threads;
        this.nanos = nanos;
    }

    /** {@return what is known; empty where it could not be had in time} */
    Optional<T> now() {
        try {
            Asked<T> asked = asked();
            long left = Math.max(0, asked.begun + PATIENCE.toNanos() - nanos.getAsLong());
            return Optional.of(asked.answer.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException notNow) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Asked<T> asked() {
        Optional<Asked<T>> good = last
                .filter(asked -> !asked.answer.isDone() || nanos.getAsLong() - asked.goodUntil < 0);
        if (good.isPresent()) {
            return good.get();
        }
        Asked<T> next = new Asked<>(nanos.getAsLong());
        last = Optional.of(next);
        threads.execute(() -> answer(next));
        return next;
    }

    private void answer(Asked<T> question) {
        try {
            T found = source.get();
            good(question);
            question.answer.complete(found);
        } catch (RuntimeException | Error e) {
            good(question);
            question.answer.completeExceptionally(e);
        }
    }

    private void good(Asked<T> question) {
        long now = nanos.getAsLong();
        question.goodUntil = now + Math.max(GOOD_FOR.toNanos(), SHARE * (now - question.begun));
    }
}
