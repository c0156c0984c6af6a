package org.postern.scan;

import org.postern.sentence.Sentence;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** One message that one scanner is asked about, while others are asked, too. */
final class Question {
    private static final Sentence.Form NO_ANSWER = Sentence.form("noAnswerWithinX", "no answer within {0} ms");
    private static final Sentence.Form OWN_FAULT = Sentence.form("faultOfOurOwn", "fault of our own: {0}");

    private final FutureTask<ScanResult> task;
    private final Optional<Breaker.Leave> leave;
    private final Duration limit;
    private final LongSupplier nanos;
    private final long end;
    private volatile boolean asked;

    /**
     * Not asked yet.
     *
     * @param scan asks
     * @param places one is taken as long as it takes
     * @param leave to ask
     * @param limit how long it may take from now on
     */
    Question(Callable<ScanResult> scan, Semaphore places, Breaker.Leave leave, Duration limit, LongSupplier nanos) {
        this.task = new FutureTask<>(() -> inPlace(scan, places, leave));
        this.leave = Optional.of(leave);
        this.limit = limit;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + limit.toNanos();
    }

    private Question(ScanResult result) {
        task = new FutureTask<>(() -> result);
        task.run();
        leave = Optional.empty();
        limit = Duration.ZERO;
        nanos = () -> 0;
        end = 0;
    }

    /** {@return a question that needs not be asked} */
    static Question answered(ScanResult result) {
        return new Question(result);
    }

    void begin(Executor executor) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            task.cancel(false);
        }
    }

    private ScanResult inPlace(Callable<ScanResult> scan, Semaphore places, Breaker.Leave asking) throws Exception {
        places.acquire();
        try {
            asked = true;
            ScanResult result = scan.call();
            switch (result) {
                case ScanResult.Unavailable unavailable -> asking.failed(unavailable.reason());
                case ScanResult.Clean clean -> asking.succeeded();
                case ScanResult.Found found -> asking.succeeded();
                case ScanResult.Unwilling unwilling -> asking.succeeded();
            }
            return result;
        } finally {
            places.release();
        }
    }

    /**
     * {@return the answer, waited for until its time is over}
     *
     * @param latest ticks at which all waiting ends
     * @throws IOException when the content cannot be read
     */
    ScanResult answer(long latest) throws IOException, InterruptedException {
        long last = end - latest < 0 ? end : latest;
        try {
            return task.get(Math.max(last - nanos.getAsLong(), 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return late();
        } catch (CancellationException e) {
            leave.ifPresent(Breaker.Leave::unused);
            return new ScanResult.Unavailable("there is no thread to ask it");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private ScanResult late() {
        if (asked) {
            ScanResult.Unavailable late = new ScanResult.Unavailable(
                    NO_ANSWER.with(String.valueOf(limit.toMillis())));
            leave.ifPresent(l -> l.failed(late.reason()));
            drop();
            return late;
        }
        drop();
        return new ScanResult.Unwilling("busy with other messages for " + limit.toMillis() + " ms");
    }

    private ScanResult failed(Throwable cause) throws IOException {
        if (cause instanceof IOException unreadable) {
            leave.ifPresent(Breaker.Leave::unused);
            throw new IOException("content for a scanner cannot be read", unreadable);
        }
        if (cause instanceof InterruptedException) {
            leave.ifPresent(Breaker.Leave::unused);
            return new ScanResult.Unavailable("the gateway is stopping");
        }
        ScanResult.Unavailable fault = new ScanResult.Unavailable(OWN_FAULT.with(cause.toString()));
        leave.ifPresent(l -> l.failed(fault.reason()));
        return fault;
    }

    /** Waits no longer: what is under way is interrupted, and says nothing of the scanner. */
    void drop() {
        task.cancel(true);
        leave.ifPresent(Breaker.Leave::unused);
    }
}
