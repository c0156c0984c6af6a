package org.postern.admin.parked;

import org.postern.admin.access.NotAllowedException;
import org.postern.mail.DomainSet;
import org.postern.mail.Mailbox;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedSummary;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a person does about parked mail. */
public sealed interface ParkedAct {
    /** Sends it on its way within a second or so, whatever it waits for: what was deferred is tried, what was held is released. */
    record RetryNow() implements ParkedAct {}

    /** Keeps it until a person releases it. */
    record Hold() implements ParkedAct {}

    /** Sends it on its way as {@link RetryNow} does, and teaches the classifier that such mail is honest. */
    record ReleaseAsHam() implements ParkedAct {}

    /** Ends it for good as {@link Drop} does, and teaches the classifier that such mail is spam. */
    record DropAsSpam() implements ParkedAct {}

    /** Sends it on its way as {@link RetryNow} does, and allows its sender, which counts for mail that proves to be his. */
    record ReleaseAndAllow() implements ParkedAct {}

    /** Ends it for good as {@link Drop} does, and blocks its sender. */
    record DropAndBlock() implements ParkedAct {}

    /** Has the classifier forget what it was taught about it; it goes on waiting. */
    record Forget() implements ParkedAct {}

    /** Ends it for good. Nobody is told but the trace. */
    record Drop() implements ParkedAct {}

    /** Gives it up as if its time were over: its sender is told, in our words and with the last of the other side. */
    record Expire() implements ParkedAct {}

    /**
     * Sends it back to its sender.
     *
     * @param reply what the sender is told: a 5xx
     */
    record Bounce(Reply reply) implements ParkedAct {
        public Bounce {
            if (!reply.isPermanent()) {
                throw Sentence.form("toldForGood", "a sender is told for good: 5xx").refused();
            }
        }
    }

    /** Sends it somewhere else, now, for the same recipients. */
    record RedirectTo(Destination destination) implements ParkedAct {}

    /** Sends it to somebody else instead, now, on whatever way leads there. */
    record ReplaceRecipient(Mailbox recipient) implements ParkedAct {}

    /** {@return whether this line is what the act has made of a message, if it was begun then, and need not do again} */
    default boolean isDone(ParkedSummary line, Instant begun, Instant now) {
        Instant from = begun.truncatedTo(ChronoUnit.MILLIS);
        boolean moved = line.due().filter(due -> !due.isBefore(from) && !due.isAfter(now)).isPresent();
        return switch (this) {
            case RetryNow() -> moved;
            case ReleaseAsHam() -> moved;
            case ReleaseAndAllow() -> moved;
            case Hold() -> line.reason() == Reason.HELD && line.due().isEmpty();
            case RedirectTo(Destination there) ->
                moved && line.destination().filter(there.toString()::equals).isPresent();
            case ReplaceRecipient(Mailbox recipient) -> moved && line.destination().isEmpty()
                    && line.firstRecipient().equals(recipient.toString());
            case Drop drop -> false;
            case DropAsSpam drop -> false;
            case DropAndBlock drop -> false;
            case Forget forget -> false;
            case Expire expire -> false;
            case Bounce bounce -> false;
        };
    }

    /**
     * Refuses what changes more than the messages themselves to who is limited to some domains: what others are judged by, and ways that lead
     * elsewhere.
     */
    default void checkFor(DomainSet domains) {
        boolean isWithin = domains.isAll() || switch (this) {
            case RetryNow() -> true;
            case Hold() -> true;
            case Drop() -> true;
            case Expire() -> true;
            case Bounce bounce -> true;
            case ReplaceRecipient(Mailbox recipient) -> domains.has(recipient.domain());
            case ReleaseAsHam() -> false;
            case DropAsSpam() -> false;
            case ReleaseAndAllow() -> false;
            case DropAndBlock() -> false;
            case Forget() -> false;
            case RedirectTo redirect -> false;
        };
        if (!isWithin) {
            throw new NotAllowedException("\"" + said() + "\" is not for who is limited to " + domains);
        }
    }

    /** {@return the act in a few words, for people} */
    default Sentence said() {
        return switch (this) {
            case RetryNow() -> Sentence.form("actRetry", "retry").with();
            case ReleaseAsHam() -> Sentence.form("actReleaseAsHam", "release and learn as ham").with();
            case DropAsSpam() -> Sentence.form("actDeleteAsSpam", "delete and learn as spam").with();
            case ReleaseAndAllow() -> Sentence.form("actReleaseAndAllow", "release and allow the sender").with();
            case DropAndBlock() -> Sentence.form("actDeleteAndBlock", "delete and block the sender").with();
            case Forget() -> Sentence.form("actForget", "forget what was learnt").with();
            case Hold() -> Sentence.form("actHold", "hold").with();
            case Drop() -> Sentence.form("actDelete", "delete").with();
            case Expire() -> Sentence.form("actExpire", "expire").with();
            case Bounce(Reply reply) -> Sentence.form("actBounceX", "bounce: {0}").with(reply.toString());
            case RedirectTo(Destination destination) -> redirect(destination);
            case ReplaceRecipient(Mailbox recipient) -> redirect(recipient);
        };
    }

    private static Sentence redirect(Object where) {
        return Sentence.form("actRedirectToX", "redirect to {0}").with(where.toString());
    }
}
