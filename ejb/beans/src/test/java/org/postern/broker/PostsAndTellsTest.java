package org.postern.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.DataFolder;
import org.postern.archive.Archives;
import org.postern.contents.Contents;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.OutcomeWish;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What becomes of mail is told in the transaction of its step, and holds that up by nothing. */
class PostsAndTellsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final QueueId ID = new QueueId("0123456789ABCDEF");

    @TempDir
    private Path data;
    private final BrokerInMemory broker = new BrokerInMemory();
    private final EventSource events = new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1)));
    private final Asked teller = new Asked();
    private JmsMailQueue queue;

    /** Named as Artemis names it. */
    private static class ActiveMQDuplicateIdException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static class ActiveMQInterruptedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Tells at the queue {@code answers}, where it may. */
    private static final class Asked implements JmsMailQueue.Teller {
        private final List<String> stuck = new ArrayList<>();
        private String failing = "";
        private Exception why = new IllegalStateException();
        private int asked;
        private boolean isBroken;

        @Override
        public void tell(Session session, Event event) throws JMSException {
            asked++;
            if (isBroken) {
                throw new IllegalStateException("interrupted within the client library");
            }
            String key = event.telling().orElseThrow().keyOfWhole();
            if (key.startsWith(failing) && !failing.isEmpty()) {
                JMSException failure = new JMSException("not taken");
                failure.initCause(why);
                throw failure;
            }
            session.createProducer(session.createQueue("answers")).send(session.createTextMessage(key));
        }

        @Override
        public void stuck(Event event) {
            stuck.addAll(event.telling().orElseThrow().wish().placesFor(SubmissionOutcome.ACCEPTED));
        }
    }

    @BeforeEach
    void begin() {
        StoreReadiness stores = new StoreReadiness();
        stores.found(EnumSet.allOf(StoreReadiness.Fault.class), Set.of());
        queue = new JmsMailQueue(broker.factory(), CLOCK, stores, new BrokerCalls(CLOCK), events,
                new Contents(new DataFolder(data)), new EmbeddedBroker(), teller, new Archives(List.of()));
    }

    private static Posting posting() {
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, List.of());
        Message message = new Message(ID, envelope, Content.of("Subject: x\r\n\r\n".getBytes(US_ASCII)));
        return new Posting(MailQueue.OUTGOING, QueuedMail.of(message, Arrival.at(NOON)), Optional.of("key"));
    }

    private Event told(SubmissionOutcome outcome) {
        OutcomeWish wish = new OutcomeWish("queue:answers", Optional.empty(), OutcomeWish.USUAL);
        return events.of(EventKind.DELIVERED)
                .queueId(ID)
                .telling(Telling.of(Optional.of(wish), outcome, "m"))
                .event();
    }

    @Test
    void theOutcomeIsToldWithTheMailAndItsStory() throws QueueUnavailableException {
        queue.post(List.of(posting()), List.of(told(SubmissionOutcome.ACCEPTED)));
        assertThat(broker.queue(MailQueue.OUTGOING)).hasSize(1);
        assertThat(broker.told).hasSize(2).last().isEqualTo("accepted>m");
        assertThat(broker.told.getFirst()).contains("DELIVERED").doesNotContain("answers");
    }

    @Test
    void whatCannotBeToldKeepsNoMail() throws QueueUnavailableException {
        teller.failing = "accepted";
        queue.post(List.of(posting()), List.of(told(SubmissionOutcome.ACCEPTED)));
        assertThat(broker.queue(MailQueue.OUTGOING)).hasSize(1);
        assertThat(broker.told).singleElement().asString().contains("DELIVERED");
        assertThat(teller.stuck).isEmpty();
    }

    /** Artemis's client throws some of its faults as they are, without a word of JMS around them. */
    @Test
    void aFaultOfTheClientLibraryIsOneOfTheBroker() throws QueueUnavailableException {
        teller.isBroken = true;
        queue.post(List.of(posting()), List.of(told(SubmissionOutcome.ACCEPTED)));
        assertThat(broker.queue(MailQueue.OUTGOING)).hasSize(1);
    }

    @Test
    void whereThereWasNoRoomForLongNobodyWaitsAgain() throws QueueUnavailableException {
        teller.failing = "accepted";
        teller.why = new ActiveMQInterruptedException();
        queue.post(List.of(posting()), List.of(told(SubmissionOutcome.ACCEPTED)));
        assertThat(teller.stuck).containsExactly("queue:answers");
        assertThat(broker.queue(MailQueue.OUTGOING)).hasSize(1);
    }

    @Test
    void afterACrashTheRestIsToldAndNothingTwice() throws QueueUnavailableException {
        teller.failing = "delivered";
        teller.why = new ActiveMQDuplicateIdException();
        queue.post(List.of(posting()), List.of(told(SubmissionOutcome.DELIVERED), told(SubmissionOutcome.FAILED)));
        assertThat(broker.told).filteredOn(text -> text.endsWith(">m")).containsExactly("failed>m");
        assertThat(broker.told).hasSize(2);
        assertThat(broker.queue(MailQueue.OUTGOING)).hasSize(1);
    }

    @Test
    void ofMailThatNobodyWantsToHearOfNobodyIsAsked() throws QueueUnavailableException {
        queue.post(List.of(posting()), List.of(events.of(EventKind.DELIVERED).queueId(ID).event()));
        assertThat(teller.asked).isZero();
        assertThat(broker.told).hasSize(1);
    }
}
