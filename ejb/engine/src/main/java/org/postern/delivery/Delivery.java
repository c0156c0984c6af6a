package org.postern.delivery;

import org.postern.delivery.DestinationGate.Pass;
import org.postern.delivery.DestinationGate.Shut;
import org.postern.mail.Message;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;

import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** Outgoing mail, one attempt at a time: the gate, the attempt, and what follows. Safe for many threads. */
public final class Delivery {
    private final DestinationGate gate;
    private final Deliverer deliverer;
    private final UnaryOperator<Message> returns;
    private final AfterAttempt afterAttempt;
    private final InstantSource clock;

    /** @param returns gives the mail of chosen senders a reverse-path of our own, for the next server alone */
    public Delivery(DestinationGate gate, Deliverer deliverer, UnaryOperator<Message> returns,
            AfterAttempt afterAttempt,
            InstantSource clock) {
        this.returns = returns;
        this.gate = gate;
        this.deliverer = deliverer;
        this.afterAttempt = afterAttempt;
        this.clock = clock;
    }

    /**
     * Tries to deliver, and says what is to be done then. Nothing but the attempt itself has happened on return.
     *
     * @param taking names the taking of the mail from its queue: the same again when it is redelivered
     * @throws InterruptedException when interrupted before the attempt
     * @throws IllegalArgumentException if the mail has no destination outside
     */
    public NextSteps attempt(String taking, QueuedMail mail) throws InterruptedException {
        Destination destination = mail.destination()
                .orElseThrow(() -> new IllegalArgumentException("outgoing mail without a destination"));
        if (mail.isExpired(clock.instant())) {
            return afterAttempt.expired(taking, mail, clock.instant());
        }
        return switch (gate.enter(destination)) {
            case Shut shut -> afterAttempt.notTried(taking, mail, shut, clock.instant());
            case Pass pass -> attempt(taking, mail, destination, pass);
        };
    }

    private NextSteps attempt(String taking, QueuedMail mail, Destination destination, Pass pass) {
        try (pass) {
            Attempt attempt = deliverer.attempt(returns.apply(mail.message()), destination);
            if (attempt.reached()) {
                pass.reached();
            } else {
                pass.unreached(String.join(" ", attempt.results().getFirst().diagnosis().reply().lines()));
            }
            return afterAttempt.after(taking, mail, attempt, clock.instant());
        }
    }
}
