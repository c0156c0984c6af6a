package org.postern.duty;

import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Work with a thread of its own, for that waits for what comes. It counts among the duties from its beginning to its end. */
public final class LastingThread {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duties duties;
    private final Sentence duty;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    private LastingThread(Duties duties, Sentence duty, ThreadFactory threads, Consumer<CountDownLatch> work) {
        this.duties = duties;
        this.duty = duty;
        thread = threads.newThread(() -> work.accept(end));
    }

    /**
     * {@return the work, begun}
     *
     * @param duty by which it is known
     * @param name of the thread
     * @param work goes on until the latch that it gets has come down, and ends soon after
     */
    public static LastingThread begin(Duties duties, Sentence duty, ThreadFactory threads, String name,
            Consumer<CountDownLatch> work) {
        LastingThread lasting = new LastingThread(duties, duty, threads, work);
        lasting.thread.setName(name);
        lasting.thread.start();
        duties.include(duty, lasting.thread::isAlive);
        return lasting;
    }

    /** Has it end, and waits for that, ten seconds at most. */
    public void end() {
        duties.leave(duty);
        end.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
