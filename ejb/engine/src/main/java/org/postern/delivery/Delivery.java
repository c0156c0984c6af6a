package org.postern.delivery;

import org.postern.delivery.gate.DestinationGate;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.delivery.gate.DestinationGate.Shut;
import org.postern.delivery.gate.DoorKey;
import org.postern.delivery.gate.Doorplates;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.Attempt;
import org.postern.delivery.outcome.NextSteps;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.mail.Message;
import org.postern.mail.Recipient;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Outgoing mail, one attempt at a time: the gate, the attempt, and what follows. Safe for many threads. */
public final class Delivery {
    private final Doorplates plates;
    private final DestinationGate gate;
    private final Deliverer deliverer;
    private final UnaryOperator<Message> returns;
    private final TakenMarks marks;
    private final AfterAttempt afterAttempt;
    private final InstantSource clock;

    /**
     * What was found out before the attempt.
     *
     * @param suffice whether nothing is wanting for which there was no turn
     */
    private record Findings(Doorplates.Plate plate, boolean suffice) {}

    /**
     * @param marks what has been taken, should this process end before that is kept
     * @param returns gives the mail of chosen senders a reverse-path of our own, for the next server alone
     */
    public Delivery(Doorplates plates, DestinationGate gate, Deliverer deliverer, UnaryOperator<Message> returns,
            TakenMarks marks, AfterAttempt afterAttempt, InstantSource clock) {
        this.plates = plates;
        this.returns = returns;
        this.gate = gate;
        this.deliverer = deliverer;
        this.marks = marks;
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
        List<Recipient> recipients = mail.message().envelope().recipients();
        List<RecipientResult> taken = marks.before(taking, recipients);
        if (!taken.isEmpty()) {
            return afterAttempt.after(taking, mail, Attempt.cutShort(recipients, taken), clock.instant());
        }
        if (mail.isExpired(clock.instant())) {
            return afterAttempt.expired(taking, mail, clock.instant());
        }
        Optional<DoorKey> known = plates.known(destination).filter(key -> deliverer.isPrepared(destination));
        return known.isPresent()
                ? enter(taking, mail, destination, known.get())
                : find(taking, mail, destination);
    }

    /**
     * Looks for the door, and for what the domain itself publishes, behind a door for the name alone: where its DNS or its policy host does not
     * answer, few need to ask, and they keep nobody from hosts that it shares with others.
     */
    private NextSteps find(String taking, QueuedMail mail, Destination destination) throws InterruptedException {
        return switch (gate.enter(DoorKey.ofName(destination), destination, mail.lane(), 0)) {
            case Shut shut -> afterAttempt.notTried(taking, mail, shut, clock.instant());
            case Pass pass -> {
                Findings found = find(destination, pass);
                yield found.suffice() || pass.crowded().isEmpty()
                        ? after(taking, mail, destination, found.plate())
                        : afterAttempt.notTried(taking, mail, pass.crowded().get(), clock.instant());
            }
        };
    }

    private NextSteps after(String taking, QueuedMail mail, Destination destination, Doorplates.Plate plate)
            throws InterruptedException {
        return switch (plate) {
            case Doorplates.Unknown(Obstacle why) -> afterAttempt.after(taking, mail,
                    Attempt.unreached(mail.message().envelope().recipients(), why), clock.instant());
            case Doorplates.Found(DoorKey key) -> enter(taking, mail, destination, key);
        };
    }

    private Findings find(Destination destination, Pass pass) {
        try (pass) {
            Doorplates.Plate plate = plates.find(destination);
            return new Findings(plate, switch (plate) {
                case Doorplates.Unknown(Obstacle why) -> {
                    pass.unreached(why.words());
                    yield true;
                }
                case Doorplates.Found found -> {
                    pass.reached();
                    yield deliverer.prepare(destination, pass);
                }
            });
        }
    }

    private NextSteps enter(String taking, QueuedMail mail, Destination destination, DoorKey key)
            throws InterruptedException {
        return switch (gate.enter(key, destination, mail.lane(), mail.message().content().size())) {
            case Shut shut -> afterAttempt.notTried(taking, mail, shut, clock.instant());
            case Pass pass -> attempt(taking, mail, destination, pass);
        };
    }

    /** What concerns one domain or message says nothing of the hosts, neither good nor bad. */
    private static void tell(Pass pass, Attempt attempt, int attempts) {
        Optional<Sentence> obstacle = attempt.obstacle(attempts);
        if (obstacle.isPresent()) {
            pass.unreached(obstacle.get());
        } else if (attempt.contact() == Attempt.Contact.REACHED) {
            pass.reached();
        } else {
            pass.unused();
        }
    }

    private NextSteps attempt(String taking, QueuedMail mail, Destination destination, Pass pass) {
        try (pass) {
            Attempt attempt = deliverer.attempt(returns.apply(mail.message()), destination, pass,
                    taken -> marks.mark(taking, taken));
            if (attempt.contact() == Attempt.Contact.NONE && pass.crowded().isPresent()) {
                pass.unused();
                return afterAttempt.notTried(taking, mail, pass.crowded().get(), clock.instant());
            }
            tell(pass, attempt, mail.attempts() + 1);
            return afterAttempt.after(taking, mail, attempt, clock.instant());
        }
    }
}
