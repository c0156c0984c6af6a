package org.postern.pipeline.sink;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.archive.ArchiveRoom;
import org.postern.archive.MailArchive;
import org.postern.broker.ReceivedMail;
import org.postern.config.rule.Misbehaviour;
import org.postern.delivery.gate.DestinationGate;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.Attempt;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.NextSteps;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.limit.Bulkhead;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.Recipient;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.sink.Answers;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps mail in the sink, and answers as a server would, well or badly. The mail is kept under the name of its taking, so that what is taken again after a kill is
 * there once; after a cut connection it comes again, as it does in the world, and is there twice.
 */
@Singleton
public class SinkDelivery {
    /** So many wait for a delay at a time; all others are delivered meanwhile. */
    static final int MOST_DELAYED = 8;
    /** How long others wait while so many do. */
    static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_WORDS = 400;

    private final MailArchive sink;
    private final ArchiveRoom room;
    private final SinkBell bell;
    private final AfterAttempt afterAttempt;
    private final Delays delays;
    private final InstantSource clock;
    private final Bulkhead delayed = new Bulkhead(MOST_DELAYED);

    @Inject
    SinkDelivery(MailArchive sink, ArchiveRoom room, SinkBell bell, AfterAttempt afterAttempt, Delays delays,
            InstantSource clock) {
        this.sink = sink;
        this.room = room;
        this.bell = bell;
        this.afterAttempt = afterAttempt;
        this.delays = delays;
        this.clock = clock;
    }

    /** {@return whether it is for this} */
    public static boolean isFor(QueuedMail mail) {
        return mail.destination().filter(Destination.Sink.class::isInstance).isPresent();
    }

    /**
     * {@return what follows} The mail waits where the database takes nothing.
     *
     * @throws IOException when the content cannot be read
     * @throws InterruptedException when interrupted before the attempt
     */
    public NextSteps take(ReceivedMail received) throws IOException, InterruptedException {
        QueuedMail mail = received.mail();
        Misbehaviour manners = manners(mail);
        if (mail.isExpired(clock.instant())) {
            return afterAttempt.expired(received.delivery(), mail, clock.instant());
        }
        if (manners.delay().isZero()) {
            return answer(received, manners);
        }
        Optional<Bulkhead.Entry> place = delayed.tryEnter();
        if (place.isEmpty()) {
            Instant now = clock.instant();
            return afterAttempt.notTried(received.delivery(), mail,
                    new DestinationGate.Shut(now.plus(PAUSE), "others wait for the slow sink", true), now);
        }
        try (var _ = place.get()) {
            delays.await(manners.delay());
            return answer(received, manners);
        }
    }

    private static Misbehaviour manners(QueuedMail mail) {
        return mail.destination().orElseThrow() instanceof Destination.Sink(Misbehaviour manners)
                ? manners
                : Misbehaviour.NONE;
    }

    private NextSteps answer(ReceivedMail received, Misbehaviour manners) throws IOException {
        QueuedMail mail = received.mail();
        List<Recipient> recipients = mail.message().envelope().recipients();
        Answers answers = new Answers(manners, seed(mail.message()), mail.attempts() + 1);
        List<RecipientResult> said = answers.isCut()
                ? all(recipients, Answers.cut())
                : recipients.stream().map(one -> new RecipientResult(one, answers.of(one))).toList();
        List<Recipient> taken = answers.isCut()
                ? recipients
                : said.stream().filter(RecipientResult::isDelivered).map(RecipientResult::recipient).toList();
        return afterAttempt.after(received.delivery(), mail,
                new Attempt(kept(received, taken).map(fault -> instead(said, taken, fault)).orElse(said),
                        Attempt.Contact.REACHED),
                clock.instant());
    }

    private static List<RecipientResult> all(List<Recipient> recipients, Diagnosis diagnosis) {
        return recipients.stream().map(one -> new RecipientResult(one, diagnosis)).toList();
    }

    private static List<RecipientResult> instead(List<RecipientResult> said, List<Recipient> taken, Diagnosis fault) {
        return said.stream()
                .map(one -> taken.contains(one.recipient()) ? new RecipientResult(one.recipient(), fault) : one)
                .toList();
    }

    /** Who sends the same Message-ID again gets the same answers again. */
    private static String seed(Message message) throws IOException {
        return HeaderSection.of(message.content()).first("Message-ID").orElseGet(() -> message.id().text());
    }

    /** {@return why it could not be kept; empty if it is kept, or nothing was to be} */
    private Optional<Diagnosis> kept(ReceivedMail received, List<Recipient> taken) {
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Message message = received.mail().message();
        try {
            sink.keep(received.delivery(), received.mail().with(message.with(message.envelope().to(taken))),
                    clock.instant(), Optional.empty());
            if (!sink.holds(received.delivery())) {
                return Optional
                        .of(Answers.full("the database does not show what it has committed a moment ago"));
            }
        } catch (RuntimeException e) {
            return Optional.of(Answers.full(printable(String.valueOf(e.getMessage()))));
        }
        bell.ring();
        bound(message.content().size());
        return Optional.empty();
    }

    private void bound(long octets) {
        try {
            room.took(octets);
        } catch (RuntimeException e) {
            SinkLog.LOG.tooMuch(String.valueOf(e.getMessage()));
        }
    }

    private static String printable(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS)).replaceAll("[^ -~]", "?");
    }
}
