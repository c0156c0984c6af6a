package org.postern.queue;

import org.postern.event.Answer;
import org.postern.event.OutcomeWish;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;

import java.util.Optional;

/**
 * An envelope as the gateway keeps it for itself, in its own queues and in its database: what an application wants to hear of the message, and what it answers, travel
 * as parameters of MAIL, which no door takes and no server is told. So mail with nothing of this has nothing more to be written or read.
 *
 * @param envelope as anybody else knows it
 * @param wish of the application that handed it in
 * @param answer what it is for the application that gets it
 */
public record CarriedEnvelope(Envelope envelope, Optional<OutcomeWish> wish, Optional<Answer> answer) {
    private static final String WISH = "X-POSTERN-WISH";
    private static final String ANSWER = "X-POSTERN-ANSWER";

    /** {@return what is kept} */
    public Envelope kept() {
        if (wish.isEmpty() && answer.isEmpty()) {
            return envelope;
        }
        Parameters wished = wish.map(one -> envelope.parameters().with(WISH, one.text()))
                .orElse(envelope.parameters());
        return new Envelope(envelope.reversePath(),
                answer.map(one -> wished.with(ANSWER, one.text())).orElse(wished), envelope.recipients());
    }

    /** {@return what this was before it was kept} */
    public static CarriedEnvelope of(Envelope kept) {
        Optional<String> wish = kept.parameters().get(WISH);
        Optional<String> answer = kept.parameters().get(ANSWER);
        return wish.isEmpty() && answer.isEmpty()
                ? new CarriedEnvelope(kept, Optional.empty(), Optional.empty())
                : new CarriedEnvelope(new Envelope(kept.reversePath(),
                        kept.parameters().without(WISH).without(ANSWER), kept.recipients()),
                        wish.flatMap(OutcomeWish::parse), answer.flatMap(Answer::parse));
    }
}
