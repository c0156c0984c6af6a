package org.postern.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.client.BytesInMemory;
import org.postern.client.PropertyNames;
import org.postern.config.DataFolder;
import org.postern.contents.Contents;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.EnvelopeText;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Whatever fails, a message lies in one queue, once. */
class DeadLetterMovesTest {
    private static final String DEAD = "postern.dead";
    private static final String ID = "0000000000000001";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    private Path data;
    private final BrokerInMemory broker = new BrokerInMemory();
    private DeadLetterMoves moves;

    @BeforeEach
    void bury() {
        DataFolder folder = new DataFolder(data);
        moves = new DeadLetterMoves(broker.factory(), new BrokerCalls(CLOCK),
                new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1))), new Contents(folder), folder);
        broker.queue(DEAD)
                .add(new BytesInMemory().with(PropertyNames.QUEUE_ID, ID)
                        .with(PropertyNames.ENVELOPE, "MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n")
                        .with(DeadMail.REASON, "too odd")
                        .with(DeadMail.CAME_FROM, "orders")
                        .with("Subject: x\r\n\r\ny\r\n".getBytes(US_ASCII)));
    }

    private static Fate back(DeadLetter letter) {
        return new Fate.SentTo(letter.cameFrom().orElseThrow(), "alice");
    }

    private int in(String queue) {
        return broker.queue(queue).size();
    }

    @Test
    void itGoesBackToWhereItCameFromAsItWasAndItsStoryTellsSo() throws QueueUnavailableException {
        assertThat(moves.move(DEAD, "ID:1", DeadLetterMovesTest::back)).contains(new Fate.SentTo("orders", "alice"));
        assertThat(in(DEAD)).isZero();
        BytesInMemory sent = broker.queue("orders").getFirst();
        assertThat(sent.body()).isEqualTo("Subject: x\r\n\r\ny\r\n".getBytes(US_ASCII));
        assertThat(sent.properties).containsOnlyKeys(PropertyNames.QUEUE_ID, PropertyNames.ENVELOPE);
        assertThat(broker.told).singleElement().asString().contains(ID, "to orders by alice", "c@d.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "commit"})
    void whatIsNotCommittedHasNotHappened(String failing) {
        broker.failing = failing;
        assertThatThrownBy(() -> moves.move(DEAD, "ID:1", DeadLetterMovesTest::back))
                .isInstanceOf(QueueUnavailableException.class);
        assertThat(in(DEAD)).isOne();
        assertThat(in("orders")).isZero();
        assertThat(broker.told).isEmpty();
    }

    @Test
    void whatIsDeletedIsToldAndGone() throws QueueUnavailableException {
        moves.move(DEAD, "ID:1", letter -> new Fate.Deleted("alice"));
        assertThat(in(DEAD)).isZero();
        assertThat(broker.told).singleElement().asString().contains("deleted from postern.dead by alice");
    }

    @Test
    void whatHasNoWayStaysWithItsReason() throws QueueUnavailableException {
        assertThat(moves.move(DEAD, "ID:1", letter -> new Fate.Kept(Sentence.asItIs("there is no queue orders"))))
                .contains(new Fate.Kept(Sentence.asItIs("there is no queue orders")));
        assertThat(broker.queue(DEAD).getFirst().properties).containsEntry(DeadMail.REASON, "too odd")
                .containsEntry(DeadMail.CAME_FROM, "orders");
        assertThat(broker.told).isEmpty();
    }

    @Test
    void whatTheBrokerMovedCameFromWhereItSaysWhateverItsWriterSays() throws QueueUnavailableException {
        broker.queue(DEAD).getFirst().with("_AMQ_ORIG_QUEUE", "jms.queue.postern.submit").with(OwnMail.CONTENT, "1.1");
        List<DeadLetter> seen = new ArrayList<>();
        moves.move(DEAD, "ID:1", letter -> {
            seen.add(letter);
            return new Fate.SentTo("postern.submit", "alice");
        });
        assertThat(seen.getFirst().cameFrom()).contains("postern.submit");
        assertThat(seen.getFirst().reason()).contains("too many attempts");
        assertThat(broker.queue("postern.submit").getFirst().properties).doesNotContainKey(OwnMail.CONTENT);
    }

    private static Fate mended(String queue, String envelope) {
        return new Fate.SentTo(queue, "alice", EnvelopeText.parse(envelope).toOptional());
    }

    @Test
    void aMendedEnvelopeIsAllThatIsAnotherAndItsStoryTellsBoth() throws QueueUnavailableException {
        broker.queue(DEAD).getFirst().with(PropertyNames.RECIPIENT, "c@d.example").with("colour", "red");
        moves.move(DEAD, "ID:1", letter -> mended("orders",
                "MAIL FROM:<x@b.example>\r\nRCPT TO:<y@d.example>\r\nRCPT TO:<c@d.example>\r\n"));
        assertThat(in(DEAD)).isZero();
        BytesInMemory sent = broker.queue("orders").getFirst();
        assertThat(sent.body()).isEqualTo("Subject: x\r\n\r\ny\r\n".getBytes(US_ASCII));
        assertThat(sent.properties).containsOnly(Map.entry(PropertyNames.QUEUE_ID, ID),
                Map.entry(PropertyNames.ENVELOPE,
                        "MAIL FROM:<x@b.example>\r\nRCPT TO:<y@d.example>\r\nRCPT TO:<c@d.example>\r\n"),
                Map.entry(PropertyNames.RECIPIENT, "y@d.example"), Map.entry("colour", "red"));
        assertThat(broker.told).singleElement()
                .asString()
                .contains("to orders by alice", "now from <x@b.example> to y@d.example, c@d.example",
                        "was from <a@b.example> to c@d.example");
    }

    @Test
    void anEnvelopeThatWasNoneIsOneNow() throws QueueUnavailableException {
        broker.queue(DEAD).getFirst().with(PropertyNames.ENVELOPE, "rubbish").with(PropertyNames.RECIPIENT_COUNT, "x");
        moves.move(DEAD, "ID:1", letter -> {
            assertThat(letter.envelope()).isEmpty();
            return mended("orders", "MAIL FROM:<>\r\nRCPT TO:<y@d.example>\r\n");
        });
        assertThat(broker.queue("orders").getFirst().properties)
                .containsEntry(PropertyNames.ENVELOPE, "MAIL FROM:<>\r\nRCPT TO:<y@d.example>\r\n")
                .containsEntry(PropertyNames.RECIPIENT_COUNT, 1);
        assertThat(broker.told).singleElement().asString().contains("was none that can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "commit"})
    void theMendedIsThereOrTheDeadOneAsItWas(String failing) {
        broker.failing = failing;
        assertThatThrownBy(() -> moves.move(DEAD, "ID:1",
                letter -> mended("orders", "MAIL FROM:<>\r\nRCPT TO:<y@d.example>\r\n")))
                .isInstanceOf(QueueUnavailableException.class);
        assertThat(broker.queue(DEAD)).singleElement()
                .satisfies(dead -> assertThat(dead.properties).containsEntry(PropertyNames.ENVELOPE,
                        "MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n"));
        assertThat(in("orders")).isZero();
        assertThat(broker.told).isEmpty();
    }

    @Test
    void mailThatIsRoutedAnewForgetsWhereItWasOnItsWayTo() throws QueueUnavailableException {
        broker.queue(DEAD)
                .getFirst()
                .with(DeadMail.CAME_FROM, "postern.outgoing")
                .with(MailCodec.DESTINATION, "mx:d.example");
        moves.move(DEAD, "ID:1",
                letter -> mended("postern.incoming", "MAIL FROM:<>\r\nRCPT TO:<y@other.example>\r\n"));
        assertThat(broker.queue("postern.incoming").getFirst().properties).doesNotContainKey(MailCodec.DESTINATION)
                .containsEntry(PropertyNames.ENVELOPE, "MAIL FROM:<>\r\nRCPT TO:<y@other.example>\r\n");
    }

    @Test
    void whatHasLostItsContentIsNotSentOnAsIfItWereWhole() throws QueueUnavailableException {
        broker.queue(DEAD).getFirst().with(DeadMail.CAME_FROM, "postern.outgoing").with(OwnMail.CONTENT, "1.1");
        for (int again = 0; again < 2; again++) {
            assertThat(moves.move(DEAD, "ID:" + (again + 1), letter -> new Fate.SentTo("postern.outgoing", "alice")))
                    .hasValueSatisfying(fate -> assertThat(fate.toString()).contains("Kept", "no whole message"));
            assertThat(in(DEAD)).isOne();
            assertThat(in("postern.outgoing")).isZero();
        }
        assertThat(broker.queue(DEAD).getFirst().properties).containsEntry(WholeMessage.LOST, "1.1");
        assertThat(broker.told).isEmpty();
    }

    @Test
    void whatItsSenderHadSetStays() throws QueueUnavailableException {
        Map<String, Object> head = Map.of("JMSCorrelationID", "order 7", "JMSReplyTo", broker.named("answers"),
                "JMSType",
                "order");
        BytesInMemory dead = broker.queue(DEAD).getFirst();
        head.forEach(dead::withHead);
        dead.with("JMSXGroupID", "customer 5").with("JMSXGroupSeq", 3).with("colour", "red").with("amount", 2.5);
        moves.move(DEAD, "ID:1", DeadLetterMovesTest::back);
        BytesInMemory sent = broker.queue("orders").getFirst();
        assertThat(sent.head()).isEqualTo(head);
        assertThat(sent.properties).containsEntry("JMSXGroupID", "customer 5")
                .containsEntry("JMSXGroupSeq", 3)
                .containsEntry("colour", "red")
                .containsEntry("amount", 2.5)
                .containsEntry(PropertyNames.QUEUE_ID, ID);
    }

    @Test
    void aCorrelationInOctetsStaysAsWell() throws QueueUnavailableException {
        byte[] correlation = {1, 2, 3};
        broker.queue(DEAD).getFirst().withHead("JMSCorrelationIDAsBytes", correlation);
        moves.move(DEAD, "ID:1", DeadLetterMovesTest::back);
        assertThat(broker.queue("orders").getFirst().head())
                .containsOnly(Map.entry("JMSCorrelationIDAsBytes", correlation));
    }

    @Test
    void whatLiesWhereOthersWriteRefersToNothingWhateverItSays() throws QueueUnavailableException {
        broker.queue("orders.dead")
                .add(new BytesInMemory().with(DeadMail.CAME_FROM, "postern.outgoing")
                        .with(OwnMail.CONTENT, "1.1")
                        .with(WholeMessage.LOST, "1.2")
                        .with(PropertyNames.SIZE, "no number")
                        .with("x".getBytes(US_ASCII)));
        assertThat(moves.move("orders.dead", "ID:1", letter -> {
            assertThat(letter.isOwn()).isFalse();
            return new Fate.SentTo("orders", "alice");
        })).contains(new Fate.SentTo("orders", "alice"));
        assertThat(broker.queue("orders").getFirst().properties).doesNotContainKeys(OwnMail.CONTENT, WholeMessage.LOST);
    }

    @Test
    void nothingIsThereWithoutAnError() throws QueueUnavailableException {
        assertThat(moves.move("empty", "ID:1", DeadLetterMovesTest::back)).isEmpty();
        moves.moveAll("empty", Optional.empty(), CLOCK.instant(), DeadLetterMovesTest::back, fate -> true);
    }
}
