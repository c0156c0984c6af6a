package org.postern.trust;

import org.postern.assessment.Verdict;
import org.postern.mail.Envelope;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.reputation.grey.Contact;
import org.postern.reputation.grey.Greylist;
import org.postern.reputation.grey.GreylistVerdict;
import org.postern.reputation.grey.GreylistVerdict.ComeAgain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has those come again who send suspicious mail and are not known (RFC 6647), once all is known of the message. Where what is remembered cannot be
 * read, the mail goes on.
 */
public final class GreylistCheck {
    /** Recipients of a message that are looked at. */
    private static final int MOST_CONTACTS = 10;

    private final Greylist known;
    private final Supplier<Optional<Integer>> suspicious;
    private final Consumer<RuntimeException> failures;

    /**
     * @param suspicious says the score from which mail is suspicious; empty where nobody has to come again
     * @param failures told when what is remembered cannot be read
     */
    public GreylistCheck(Greylist known, Supplier<Optional<Integer>> suspicious, Consumer<RuntimeException> failures) {
        this.known = known;
        this.suspicious = suspicious;
        this.failures = failures;
    }

    /**
     * {@return the examination, or that the client is to come again}
     *
     * @param wished whether a scanner wishes it
     */
    Examined over(Examined examined, SessionFacts session, Envelope envelope, boolean wished) {
        Optional<Integer> from = suspicious.get();
        boolean asked = from.isPresent() && examined.refusal().isEmpty()
                && (wished || examined.assessment().score() >= from.get());
        return asked ? tried(examined, session, envelope) : examined;
    }

    private Examined tried(Examined examined, SessionFacts session, Envelope envelope) {
        List<Contact> contacts = envelope.recipients()
                .stream()
                .limit(MOST_CONTACTS)
                .map(recipient -> Contact.of(session.client().getAddress(), envelope.reversePath(),
                        recipient.mailbox()))
                .distinct()
                .toList();
        List<GreylistVerdict> verdicts;
        try {
            verdicts = contacts.stream().map(this::tried).toList();
        } catch (RuntimeException e) {
            failures.accept(e);
            return examined;
        }
        // One answer stands for all recipients: it is "later" only where all would hear that.
        return verdicts.stream().allMatch(ComeAgain.class::isInstance)
                ? later(examined, contacts.getFirst(), (ComeAgain) verdicts.getFirst())
                : examined;
    }

    /** Of two that are the first at once, one finds the other at its second try. */
    private GreylistVerdict tried(Contact contact) {
        try {
            return known.tried(contact);
        } catch (RuntimeException first) {
            return known.tried(contact);
        }
    }

    private static Examined later(Examined examined, Contact contact, ComeAgain verdict) {
        Reason reason = Reason.setting(TrustSettings.GREYLIST.key())
                .and("score " + ScorePolicy.number(examined.assessment().score()) + ", and <" + contact.sender()
                        + "> of "
                        + contact.network() + " is not known to " + contact.recipient() + "; may come again in "
                        + verdict.pause().toSeconds() + " s")
                .by("greylist");
        return new Examined(examined.assessment().judged(Verdict.DEFER, reason), Optional.of(TrustReplies.GREYLISTED));
    }
}
