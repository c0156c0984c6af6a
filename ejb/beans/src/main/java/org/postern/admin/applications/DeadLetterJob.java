package org.postern.admin.applications;

import org.postern.admin.parked.Job;
import org.postern.admin.parked.Progress;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetterMoves;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One act on many messages that nobody could process, each in a transaction of its own. What the broker does not take now is tried again for a while.
 *
 * @param begun what came later is not meant
 * @param depth how many lie in a queue
 */
record DeadLetterJob(DeadAct act, DeadSelection selection, DeadLetterMoves moves, DeadLetterMoves.Judge judge,
        Instant begun, ToLongFunction<String> depth) implements Job {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_STUMBLES = 30;

    @Override
    public Sentence said() {
        return act.said();
    }

    @Override
    public Sentence subject() {
        return selection.said();
    }

    @Override
    public void work(Progress progress) throws InterruptedException, QueueUnavailableException {
        switch (selection) {
            case DeadSelection.These(List<DeadLetterKey> keys) -> these(new ArrayDeque<>(keys), progress);
            case DeadSelection.All(String queue, Optional<String> from) -> {
                progress.isAbout(from.isEmpty() ? depth.applyAsLong(queue) : 0);
                untilItGoesOn(progress, () -> moves.moveAll(queue, from, begun, judge, fate -> {
                    tell(fate, progress);
                    return !progress.isCancelled();
                }));
            }
        }
    }

    private void these(Deque<DeadLetterKey> keys, Progress progress)
            throws InterruptedException, QueueUnavailableException {
        progress.isAbout(keys.size());
        untilItGoesOn(progress, () -> {
            while (!keys.isEmpty() && !progress.isCancelled()) {
                DeadLetterKey key = keys.peek();
                moves.move(key.queue(), key.id(), judge)
                        .ifPresentOrElse(fate -> tell(fate, progress), () -> progress.did(0, 1));
                keys.remove();
            }
        });
    }

    private static void tell(Fate fate, Progress progress) {
        switch (fate) {
            case Fate.Kept(Sentence why) -> progress.failed(why);
            case Fate.SentTo sent -> progress.did(1, 1);
            case Fate.Deleted deleted -> progress.did(1, 1);
        }
    }

    /** What is done, and may have to be begun again where it stopped. */
    private interface Doing {
        void go() throws QueueUnavailableException;
    }

    private static void untilItGoesOn(Progress progress, Doing doing)
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
