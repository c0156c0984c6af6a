package org.postern.queue;

import org.postern.event.OutcomeWish;
import org.postern.mail.Envelope;

import java.util.Optional;

/**
 * An envelope as the gateway keeps it for itself, in its own queues and in its database: what an application wants to hear of the message travels as a parameter
 * of MAIL, which no door takes and no server is told. So mail that nobody wants to hear of has nothing more to be written or read.
 *
 * @param envelope as anybody else knows it
 * @param wish of the application
 */
public record CarriedEnvelope(Envelope envelope, Optional<OutcomeWish> wish) {
    private static final String PARAMETER = "X-POSTERN-WISH";

    /** {@return what is kept} */
    public Envelope kept() {
        return wish.isEmpty()
                ? envelope
                : new Envelope(envelope.reversePath(), envelope.parameters().with(PARAMETER, wish.get().text()),
                        envelope.recipients());
    }

    /** {@return what this was before it was kept} */
    public static CarriedEnvelope of(Envelope kept) {
        Optional<String> text = kept.parameters().get(PARAMETER);
        return text.isEmpty()
                ? new CarriedEnvelope(kept, Optional.empty())
                : new CarriedEnvelope(new Envelope(kept.reversePath(), kept.parameters().without(PARAMETER),
                        kept.recipients()), OutcomeWish.parse(text.get()));
    }
}
