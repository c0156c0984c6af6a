package org.postern.event;

import org.postern.config.rule.SenderPattern;

import java.util.Set;

/**
 * What somebody always wants to hear of the submissions of some senders, whoever hands them in.
 *
 * @param senders whose
 * @param replyTo the queue or topic where it is told, in the text form of a route's target
 * @param outcomes of which it is told; a refusal is none of them, since what is refused may have no sender
 */
public record StandingWish(SenderPattern senders, String replyTo, Set<SubmissionOutcome> outcomes) {
    public StandingWish {
        outcomes = Set.copyOf(outcomes);
    }

    /** {@return the place that this adds to the wish of a submission} */
    public OutcomeWish.Place place() {
        return new OutcomeWish.Place(replyTo, outcomes);
    }
}
