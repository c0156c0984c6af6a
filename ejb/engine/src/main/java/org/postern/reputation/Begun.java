package org.postern.reputation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Questions that were all begun at once, on other threads, and whose answers are waited for together. */
public final class Begun<T> {
    private final InstantSource clock;
    private final List<Asking<T>> askings;
    private final List<FutureTask<T>> tasks = new ArrayList<>();

    /**
     * @param question may block; should answer by a value, whatever happens
     * @param otherwise what there is instead of an answer, by the reason
     */
    record Asking<T>(Callable<T> question, Function<String, T> otherwise) {}

    private Begun(InstantSource clock, List<Asking<T>> askings) {
        this.clock = clock;
        this.askings = List.copyOf(askings);
    }

    /** Begins all of them; those for which there is no thread are given up at once. */
    static <T> Begun<T> begin(Executor threads, InstantSource clock, List<Asking<T>> askings) {
        Begun<T> begun = new Begun<>(clock, askings);
        for (Asking<T> asking : askings) {
            FutureTask<T> task = new FutureTask<>(asking.question());
            begun.tasks.add(task);
            try {
                threads.execute(task);
            } catch (RejectedExecutionException full) {
                task.cancel(false);
            }
        }
        return begun;
    }

    /** {@return an answer for each, in their order} What has none at that moment is given up. */
    public List<T> join(Instant end) throws InterruptedException {
        try {
            List<T> answers = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                answers.add(answer(tasks.get(i), askings.get(i).otherwise(), end));
            }
            return answers;
        } finally {
            cancel();
        }
    }

    /** Gives up what has no answer yet: nobody waits for it any more. */
    public void cancel() {
        tasks.forEach(task -> task.cancel(true));
    }

    private T answer(FutureTask<T> task, Function<String, T> otherwise, Instant end) throws InterruptedException {
        if (task.isCancelled()) {
            return otherwise.apply("it was given up");
        }
        try {
            long left = Math.max(0, Duration.between(clock.instant(), end).toNanos());
            return task.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return otherwise.apply("no answer in time");
        } catch (ExecutionException failed) {
            return otherwise.apply("the question failed: " + failed.getCause());
        }
    }
}
