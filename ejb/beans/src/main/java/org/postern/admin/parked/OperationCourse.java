package org.postern.admin.parked;

import org.postern.admin.parked.OperationView.State;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Lets an operation go on to its end, whatever that is. */
record OperationCourse(Operation operation, InstantSource clock) {
    private static final Sentence.Form NO_THREAD = Sentence.form("noThreadForIt", "there is no thread for it: {0}");
    private static final Sentence STOPS = Sentence.form("gatewayStops", "the gateway stops").with();
    private static final Sentence ERROR = Sentence.form("errorSeeTheLog", "an error: see the log").with();

    /** What is worked off. */
    @FunctionalInterface
    interface Work {
        void all() throws InterruptedException, QueueUnavailableException;
    }

    /** Lets a thread work it off; {@return whether there is one, without which it has ended} */
    boolean isStartedOn(Executor executor, Work work) {
        try {
            executor.execute(() -> follow(work));
            return true;
        } catch (RuntimeException e) {
            broken(NO_THREAD.with(String.valueOf(e.getMessage())));
            return false;
        }
    }

    /** Works until the end; throws errors alone. */
    void follow(Work work) {
        try {
            work.all();
            operation.end(operation.isCancelled() ? State.CANCELLED : State.DONE, clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broken(STOPS);
        } catch (QueueUnavailableException | RuntimeException e) {
            broken(RefusedException.sentenceOf(e));
        } finally {
            if (operation.view().isRunning()) {
                broken(ERROR);
            }
        }
    }

    private void broken(Sentence why) {
        operation.stumbled(why);
        operation.end(State.BROKEN, clock.instant());
    }
}
