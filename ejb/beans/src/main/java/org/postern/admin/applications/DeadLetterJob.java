package org.postern.admin.applications;

import org.postern.admin.parked.Job;
import org.postern.admin.parked.Perseverance;
import org.postern.admin.parked.Progress;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetterMoves;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;

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
                Perseverance.untilDone(progress, () -> moves.moveAll(queue, from, begun, judge, fate -> {
                    tell(fate, progress);
                    return !progress.isCancelled();
                }));
            }
        }
    }

    private void these(Deque<DeadLetterKey> keys, Progress progress)
            throws InterruptedException, QueueUnavailableException {
        progress.isAbout(keys.size());
        Perseverance.untilDone(progress, () -> {
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
}
