package org.postern.admin.parked;

import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.RefusedException;

import java.time.Duration;

/** How a job meets queues that take nothing for a moment: it goes on where it stopped, again and again, for half a minute. */
public final class Perseverance {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_STUMBLES = 30;

    private Perseverance() {}

    /** What is done, and may have to be begun again where it stopped. */
    @FunctionalInterface
    public interface Doing {
        void go() throws QueueUnavailableException;
    }

    /**
     * Does it until it is done, or the job is cancelled.
     *
     * @throws QueueUnavailableException when the queues took nothing for too long
     */
    public static void untilDone(Progress progress, Doing doing)
            throws InterruptedException, QueueUnavailableException {
        for (int stumbles = 0; !progress.isCancelled(); stumbles++) {
            try {
                doing.go();
                return;
            } catch (QueueUnavailableException e) {
                progress.stumbled(RefusedException.sentenceOf(e));
                if (stumbles == MOST_STUMBLES) {
                    throw e;
                }
                progress.isCancelledWithin(PAUSE.toMillis());
            }
        }
    }
}
