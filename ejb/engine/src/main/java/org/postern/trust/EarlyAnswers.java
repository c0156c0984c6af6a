package org.postern.trust;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
/**
 * Questions that are asked before anybody needs the answer, one a session. Sessions end without a word: of {@value #MOST} that nobody has
 * come back for, the oldest is forgotten. No more than {@value #MOST_AHEAD} wait for the DNS ahead of time; whoever comes then asks when he
 * needs it. Safe for many threads.
 *
 * @param <A> what the answers are
 */
final class EarlyAnswers<A> {
    private static final int MOST = 10_000;
    private static final int MOST_AHEAD = 200;

    private final Executor executor;
    private final Semaphore ahead = new Semaphore(MOST_AHEAD);
    private final Map<String, Answer<A>> begun = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer<A>> eldest) {
            return size() > MOST;
        }
    };

    EarlyAnswers(Executor executor) {
        this.executor = executor;
    }

    /** An answer that may be there. */
    static final class Answer<T> {
        private final FutureTask<T> future;

        private Answer(FutureTask<T> future) {
            this.future = future;
        }

        /**
         * {@return it; empty when it does not come within this time, or there will never be one}
         *
         * @throws InterruptedException when interrupted while waiting
         */
        Optional<T> within(Duration time) throws InterruptedException {
            try {
                return Optional.of(future.get(time.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException e) {
                return Optional.empty();
            }
        }
    }

    /** {@return the answer to a question that is asked now} */
    <T> Answer<T> ask(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        executor.execute(task);
        return new Answer<>(task);
    }

    /** Asks now for this session, in place of what was asked for it before. */
    void begin(String session, Callable<A> question) {
        Optional<Answer<A>> answer = askAhead(question);
        synchronized (begun) {
            begun.remove(session);
            answer.ifPresent(asked -> begun.put(session, asked));
        }
    }

    private Optional<Answer<A>> askAhead(Callable<A> question) {
        if (!ahead.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(ask(() -> {
            try {
                return question.call();
            } finally {
                ahead.release();
            }
        }));
    }

    /** {@return the answer that was asked for before, or else is asked for now, for all who come for it} */
    Answer<A> keep(String session, Callable<A> question) {
        synchronized (begun) {
            Answer<A> known = begun.get(session);
            if (known != null) {
                return known;
            }
        }
        Answer<A> asked = ask(question);
        synchronized (begun) {
            begun.put(session, asked);
        }
        return asked;
    }

    /** {@return the answer that was asked for before, or else is asked for now; once} */
    Answer<A> take(String session, Callable<A> question) {
        synchronized (begun) {
            Answer<A> answer = begun.remove(session);
            if (answer != null) {
                return answer;
            }
        }
        return ask(question);
    }
}
