package org.postern.delivery.outcome;

import org.postern.delivery.host.Obstacle;
import org.postern.mail.Recipient;
import org.postern.queue.DeferralKind;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One attempt to hand a message on.
 *
 * @param results one for each recipient, in the order of the envelope
 * @param contact what it says of the destination's hosts
 */
public record Attempt(List<RecipientResult> results, Contact contact) {
    /** What an attempt says of the hosts, which others share. */
    public enum Contact {
        /** A server talked to us, or it is known that there is none. */
        REACHED,
        /** Some were asked, and nobody answered as a server does. */
        UNREACHED,
        /** Nobody was asked: what stood against it concerns this domain or this message alone, and says nothing of the hosts. */
        NONE
    }

    private static final int SERVICE_CLOSING = 421;

    public Attempt {
        results = List.copyOf(results);
    }

    /** {@return an attempt that did not come as far as a server} */
    public static Attempt unreached(List<Recipient> recipients, Obstacle why) {
        Diagnosis diagnosis = new Diagnosis.Local(Optional.empty(), why);
        return new Attempt(recipients.stream().map(one -> new RecipientResult(one, diagnosis)).toList(),
                Contact.UNREACHED);
    }

    /**
     * {@return an attempt of which it is known, after the end of the process that made it, who was taken} What became of the others is not, so
     * they have to wait.
     */
    public static Attempt cutShort(List<Recipient> recipients, List<RecipientResult> taken) {
        Diagnosis diagnosis = new Diagnosis.Local(Optional.empty(),
                Reply.of(451, "4.3.2", "the gateway ended before it knew what became of it"));
        List<RecipientResult> results = new ArrayList<>(taken);
        Set<Recipient> known = taken.stream().map(RecipientResult::recipient).collect(Collectors.toSet());
        recipients.stream()
                .filter(recipient -> !known.contains(recipient))
                .forEach(recipient -> results.add(new RecipientResult(recipient, diagnosis)));
        return new Attempt(results, Contact.NONE);
    }

    /**
     * {@return why other messages for the same hosts had better wait, in the words of the last reply; empty if there is no reason}
     * There is one when nobody was reached, when a server closes (421), and when its rules are against us rather than the message
     * (4.7.X): not when one mailbox is full, or a server greylists.
     *
     * @param attempts how many were made for the message, this one included
     */
    public Optional<Sentence> obstacle(int attempts) {
        boolean anyTaken = results.stream().anyMatch(RecipientResult::isDelivered);
        return results.stream()
                .map(RecipientResult::diagnosis)
                .filter(diagnosis -> contact == Contact.UNREACHED || isAgainstAll(diagnosis, attempts, anyTaken))
                .findFirst()
                .map(Diagnosis::words);
    }

    private static boolean isAgainstAll(Diagnosis diagnosis, int attempts, boolean anyTaken) {
        Reply reply = diagnosis.reply();
        if (!(diagnosis instanceof Diagnosis.Remote) || !reply.isTransient()) {
            return false;
        }
        boolean policy = DeferralKind.of(reply.toString(), attempts) == DeferralKind.POLICY;
        return reply.code() == SERVICE_CLOSING || (policy && !anyTaken);
    }
}
