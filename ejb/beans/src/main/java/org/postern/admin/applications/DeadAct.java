package org.postern.admin.applications;

import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.queue.MailQueue;
import org.postern.sentence.Sentence;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a person does about messages that nobody could process. */
public sealed interface DeadAct {
    /**
     * Sends it back to where it came from, as if it had just been sent there.
     *
     * @param to another queue, in place of that
     */
    record Replay(Optional<String> to) implements DeadAct {}

    /** Ends it for good. */
    record Drop() implements DeadAct {}

    /** Nobody knows where it was before. */
    Sentence NO_ORIGIN = Sentence.form("noOrigin", "nobody knows where it came from; name a queue").with();
    /** Queues that nobody but the gateway writes. What lies there has been checked. */
    Set<String> INNER = Set.of(MailQueue.INCOMING, MailQueue.OUTGOING, MailQueue.BULK, MailQueue.ARCHIVE);

    /** {@return the act in a few words, for people} */
    default Sentence said() {
        return switch (this) {
            case Replay(Optional<String> to) -> to
                    .map(queue -> Sentence.form("actReplayToX", "replay to {0}").with(queue))
                    .orElseGet(() -> Sentence.form("actReplay", "replay").with());
            case Drop() -> Sentence.form("actDeleteDeadLetter", "delete").with();
        };
    }

    /**
     * {@return what becomes of a message}
     *
     * @param lacks whether there is no such queue
     * @param dead whether the queue is one of those that nobody processes
     */
    default Fate fate(DeadLetter letter, Predicate<String> lacks, Predicate<String> dead, String by) {
        return switch (this) {
            case Drop() -> new Fate.Deleted(by);
            case Replay(Optional<String> to) -> {
                Optional<String> there = to.or(letter::cameFrom);
                yield there.isEmpty()
                        ? new Fate.Kept(NO_ORIGIN)
                        : obstacle(letter, there.get(), lacks, dead)
                                .<Fate>map(Fate.Kept::new)
                                .orElse(new Fate.SentTo(there.get(), by));
            }
        };
    }

    private static Optional<Sentence> obstacle(DeadLetter letter, String there, Predicate<String> lacks,
            Predicate<String> dead) {
        if (dead.test(there) || there.equals(MailQueue.EVENTS)
                || (there.equals(MailQueue.ARCHIVE) && !letter.cameFrom().equals(Optional.of(MailQueue.ARCHIVE)))) {
            return Optional.of(Sentence.form("nothingIsSentToX", "nothing is sent to {0}").with(there));
        }
        if (INNER.contains(there) && !letter.isOwn()) {
            return Optional.of(Sentence.form("goesByXNotToX",
                    "what applications wrote goes by {0}, where it is checked, not to {1}")
                    .with(MailQueue.SUBMIT, there));
        }
        return lacks.test(there)
                ? Optional.of(Sentence.form("thereIsNoQueueX", "there is no queue {0}").with(there))
                : Optional.empty();
    }
}
