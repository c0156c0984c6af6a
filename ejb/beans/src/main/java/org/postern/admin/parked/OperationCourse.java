package org.postern.admin.parked;

import org.postern.admin.parked.OperationView.State;
import org.postern.queue.QueueUnavailableException;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Lets an operation go on to its end, whatever that is. */
record OperationCourse(Operation operation, InstantSource clock) {
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
            broken("there is no thread for it: " + e.getMessage());
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
            broken("the gateway stops");
        } catch (QueueUnavailableException | RuntimeException e) {
            broken(String.valueOf(e.getMessage()));
        } finally {
            if (operation.view().isRunning()) {
                broken("an error: see the log");
            }
        }
    }

    private void broken(String why) {
        operation.stumbled(why);
        operation.end(State.BROKEN, clock.instant());
    }
}
