package org.postern.admin.applications;

import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.mail.Mailbox;
import org.postern.queue.MailQueue;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person does about messages that nobody could process. */
public sealed interface DeadAct {
    /**
     * Sends it back to where it came from, as if it had just been sent there.
     *
     * @param to another queue, in place of that
     */
    record Replay(Optional<String> to) implements DeadAct {}

    /**
     * Sends it there with another envelope; its content and all else stay.
     *
     * @param to another queue, in place of where it came from
     */
    record Mend(Optional<String> to, Mending envelope) implements DeadAct {
        /**
         * {@return the act, for what a person writes}
         *
         * @param sender the reverse-path; empty text or {@code <>} is the null one; without, it stays
         * @param recipients all of them from now on, at most a thousand; none where they stay
         * @throws org.postern.sentence.RefusedException saying what makes no sense
         */
        public static Mend of(Optional<String> to, Optional<String> sender, List<String> recipients) {
            return new Mend(to, Mending.read(sender, recipients));
        }
    }

    /** Ends it for good. */
    record Drop() implements DeadAct {}

    /** Nobody knows where it was before. */
    Sentence NO_ORIGIN = Sentence.form("noOrigin", "nobody knows where it came from; name a queue").with();
    /** Queues that nobody but the gateway writes. What lies there has been checked. */
    Set<String> INNER = Set.of(MailQueue.INCOMING, MailQueue.OUTGOING, MailQueue.BULK, MailQueue.ARCHIVE);

    /** Queues in which mail lies that is on its way to a place. */
    Set<String> ROUTED = Set.of(MailQueue.OUTGOING, MailQueue.BULK);
    /** What is not written cannot be taken from where it is. */
    Sentence UNREADABLE = Sentence.form("envelopeUnreadable",
            "its envelope cannot be read; name both the sender and the recipients").with();
    /** How many recipients are named. */
    int MOST_NAMED = 10;

    /** {@return the act in a few words, for people} */
    default Sentence said() {
        return switch (this) {
            case Replay(Optional<String> to) -> to
                    .map(queue -> Sentence.form("actReplayToX", "replay to {0}").with(queue))
                    .orElseGet(() -> Sentence.form("actReplay", "replay").with());
            case Mend(Optional<String> to, Mending envelope) -> Sentence.joined(", ", Stream
                    .of(Optional.of(new Replay(to).said()), envelope.sender()
                            .map(path -> Sentence.form("actMendSenderX", "sender now {0}")
                                    .with("<" + path.address() + ">")),
                            Optional.of(named(envelope.recipients()))
                                    .filter(names -> !names.isEmpty())
                                    .map(names -> Sentence.form("actMendRecipientsX", "recipients now {0}")
                                            .with(names)))
                    .flatMap(Optional::stream)
                    .toList());
            case Drop() -> Sentence.form("actDeleteDeadLetter", "delete").with();
        };
    }

    private static String named(List<Mailbox> recipients) {
        String names = recipients.stream()
                .limit(MOST_NAMED)
                .map(Mailbox::toString)
                .collect(Collectors.joining(", "));
        return recipients.size() > MOST_NAMED ? names + " +" + (recipients.size() - MOST_NAMED) : names;
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
            case Replay(Optional<String> to) -> sent(letter, to.or(letter::cameFrom), lacks, dead,
                    there -> new Fate.SentTo(there, by));
            case Mend(Optional<String> to, Mending mended) -> sent(letter,
                    to.or(() -> letter.cameFrom().map(from -> way(letter, from, mended))), lacks, dead,
                    there -> mended(letter, there, mended, by));
        };
    }

    private static Fate sent(DeadLetter letter, Optional<String> there, Predicate<String> lacks,
            Predicate<String> dead, Function<String, Fate> way) {
        return there.isEmpty()
                ? new Fate.Kept(NO_ORIGIN)
                : obstacle(letter, there.get(), lacks, dead)
                        .<Fate>map(Fate.Kept::new)
                        .orElseGet(() -> way.apply(there.get()));
    }

    /** {@return where mail goes that came from there: for other recipients the way has to be found anew} */
    private static String way(DeadLetter letter, String from, Mending mended) {
        return isRouted(letter, from, mended) ? MailQueue.INCOMING : from;
    }

    /** {@return whether mail in this queue is on its way to where others than these recipients are} */
    private static boolean isRouted(DeadLetter letter, String queue, Mending mended) {
        return letter.isOwn() && ROUTED.contains(queue) && mended.changesRecipients(letter.envelope());
    }

    private static Fate mended(DeadLetter letter, String there, Mending mended, String by) {
        if (isRouted(letter, there, mended)) {
            return new Fate.Kept(
                    Sentence.form("newRecipientsGoByX", "other recipients go by {0}, where their way is found")
                            .with(MailQueue.INCOMING));
        }
        return mended.of(letter.envelope())
                .<Fate>map(envelope -> new Fate.SentTo(there, by, Optional.of(envelope)))
                .orElse(new Fate.Kept(UNREADABLE));
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
