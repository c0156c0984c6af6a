package org.postern.answer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.postern.broker.DeadMail;
import org.postern.broker.MalformedSubmissionException;
import org.postern.broker.SubmissionCodec;
import org.postern.client.PropertyNames;
import org.postern.event.OutcomeWish;
import org.postern.event.StandingWishes;
import org.postern.event.SubmissionOutcome;
import org.postern.mail.ReversePath;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads from a submission what its application wants to hear of it, and tells it that it is refused. */
@Singleton
public class Answers {
    private final ReplyRules rules;
    private final TemporaryPlaces places;
    private final StandingWishes standing;
    private final OutcomeTeller teller;
    private final InstantSource clock;

    @Inject
    Answers(ReplyRules rules, TemporaryPlaces places, StandingWishes standing, OutcomeTeller teller,
            InstantSource clock) {
        this.rules = rules;
        this.places = places;
        this.standing = standing;
        this.teller = teller;
        this.clock = clock;
    }

    /**
     * {@return what its application wants to hear of a submission that is taken, and what is always told; empty where nobody wants to hear, or may be told where he
     * wants to be}
     *
     * @param queue where it was handed in
     * @param sender of its envelope
     * @throws MalformedSubmissionException when it is not to be understood what it wants to hear
     */
    public Optional<OutcomeWish> wish(Message submission, String queue, ReversePath sender)
            throws JMSException, MalformedSubmissionException {
        Optional<Set<SubmissionOutcome>> wanted;
        try {
            wanted = wanted(submission);
        } catch (IllegalArgumentException none) {
            throw new MalformedSubmissionException(
                    PropertyNames.EVENTS + " is all, final, or kinds of events separated by commas");
        }
        List<OutcomeWish.Place> told = new ArrayList<>();
        Set<SubmissionOutcome> asked = wanted.orElse(OutcomeWish.USUAL);
        place(submission, queue).ifPresent(address -> told.add(new OutcomeWish.Place(address.text(), asked)));
        told.addAll(standing.of(sender));
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutcomeWish(told.subList(0, Math.min(told.size(), OutcomeWish.MOST_PLACES)),
                        name(submission)));
    }

    private Optional<ReplyAddress> place(Message submission, String queue) throws JMSException {
        Destination replyTo = submission.getJMSReplyTo();
        Optional<ReplyAddress> address = replyTo == null ? Optional.empty() : rules.allowed(submission, replyTo, queue);
        if (address.isPresent() && address.get() instanceof ReplyAddress.Temporary temporary) {
            places.remember(temporary);
        }
        return address;
    }

    private static Optional<Set<SubmissionOutcome>> wanted(Message submission) throws JMSException {
        return Optional.ofNullable(submission.getStringProperty(PropertyNames.EVENTS)).map(OutcomeWish::outcomes);
    }

    /**
     * {@return what tells an application that its submission is refused; nothing where it does not want to be told, or may not be told where it
     * wants to be}
     *
     * @param queue where it was handed in
     */
    public DeadMail.Answer refusal(Message submission, String queue, String reason) throws JMSException {
        Destination replyTo = submission.getJMSReplyTo();
        if (replyTo == null || !wantsRefusal(submission)) {
            return DeadMail.Answer.NONE;
        }
        Optional<ReplyAddress> address = rules.allowed(submission, replyTo, queue);
        if (address.isEmpty()) {
            return DeadMail.Answer.NONE;
        }
        Optional<String> id = Optional.ofNullable(submission.getJMSMessageID());
        EventDocument document = EventDocument.refused(
                SubmissionOutcome.REFUSED.word() + ">" + id.orElseGet(() -> UUID.randomUUID().toString()),
                clock.instant(),
                reason, name(submission));
        return session -> teller.tell(session, address.get(), document);
    }

    /** Who asks for what nobody understands is told that. */
    private static boolean wantsRefusal(Message submission) throws JMSException {
        try {
            return wanted(submission).orElse(OutcomeWish.USUAL).contains(SubmissionOutcome.REFUSED);
        } catch (IllegalArgumentException unknown) {
            return true;
        }
    }

    static Optional<String> name(Message submission) throws JMSException {
        Optional<String> id = Optional.ofNullable(submission.getJMSMessageID());
        return SubmissionCodec.correlation(submission).or(() -> id);
    }
}
