package org.postern.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.client.BytesInMemory;
import org.postern.config.DataFolder;
import org.postern.contents.Contents;
import org.postern.contents.PostedContents;
import org.postern.event.EventSource;
import org.postern.mail.Content;
import org.postern.mail.QueueIds;
import org.postern.queue.MailQueue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;

/** What the broker has put aside gets the content that it refers to, if nobody but the gateway can have said to which. */
class DeadMailTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final String MOVED_FROM = "_AMQ_ORIG_QUEUE";
    private static final String SECRET = "the secret of somebody else\r\n".repeat(20_000);
    private static final String FRONT = "Subject: mine\r\n\r\n";

    @TempDir
    private Path data;
    private final BrokerInMemory broker = new BrokerInMemory();
    private DeadMail dead;
    private String content = "";
    private String gone = "";

    @BeforeEach
    void contentsOfOthers() throws IOException {
        DataFolder folder = new DataFolder(data);
        Contents contents = new Contents(folder);
        dead = new DeadMail(broker.factory(), new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1))), contents,
                folder);
        SpooledContent.InFile file = SpooledContent.inFile(folder.spool());
        try (var target = file.fill()) {
            target.write(SECRET.getBytes(US_ASCII));
        }
        try (PostedContents posted = contents.forPosting()) {
            content = posted.keep(Content.join(FRONT.getBytes(US_ASCII), file)).name();
            gone = posted.keep(Content.join(FRONT.getBytes(US_ASCII), file)).name();
            posted.force();
        }
        Files.delete(folder.content().resolve(gone));
    }

    private BytesInMemory refers(String name) {
        BytesInMemory message = new BytesInMemory().with(OwnMail.CONTENT, name).with(FRONT.getBytes(US_ASCII));
        broker.queue(MailQueue.DEAD).add(message);
        return message;
    }

    private BytesInMemory completed() throws JMSException {
        assertThat(dead.completeOne()).isTrue();
        return broker.queue(MailQueue.DEAD).getLast();
    }

    private static String body(BytesInMemory message) {
        return new String(message.body(), US_ASCII);
    }

    @Test
    void whatTheGatewayWroteIsWholeAgain() throws JMSException {
        refers(content).with(MOVED_FROM, "jms.queue.postern.outgoing");
        BytesInMemory whole = completed();
        assertThat(body(whole)).isEqualTo(FRONT + SECRET);
        assertThat(whole.properties).containsEntry(DeadMail.CAME_FROM, "postern.outgoing")
                .doesNotContainKey(OwnMail.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jms.queue.postern.submit", "jms.queue.postern.submit.bulk", "jms.queue.orders", "orders"})
    void whatOthersWroteNamesNoContentThatIsNotItsOwn(String from) throws JMSException {
        refers(content).with(MOVED_FROM, from)
                .with(DeadMail.CAME_FROM, "postern.outgoing")
                .with(WholeMessage.LOST, content);
        BytesInMemory left = completed();
        assertThat(body(left)).isEqualTo(FRONT);
        assertThat(left.properties).containsOnly(Map.entry(DeadMail.CAME_FROM, JmsAddress.queue(from)));
    }

    @Test
    void ofWhatNobodyKnowsWhereItWasNothingIsBelieved() throws JMSException {
        refers(content);
        BytesInMemory left = completed();
        assertThat(body(left)).isEqualTo(FRONT);
        assertThat(left.properties).isEmpty();
    }

    @Test
    void whereTheFileIsGoneTheMessageSaysSoAndStays() throws JMSException {
        refers(gone).with(MOVED_FROM, "jms.queue.postern.outgoing");
        BytesInMemory left = completed();
        assertThat(left.properties).containsEntry(WholeMessage.LOST, gone).doesNotContainKey(OwnMail.CONTENT);
        assertThat(broker.queue(MailQueue.DEAD)).hasSize(1);
    }

    @Test
    void whatItsSenderHadSetStaysWhenItIsPutAside() throws JMSException {
        BytesInMemory message = new BytesInMemory().with("JMSXGroupID", "g")
                .with(FRONT.getBytes(US_ASCII))
                .withHead("JMSType", "order")
                .withHead("JMSCorrelationID", "7");
        dead.bury(message.message(), "postern.submit", "too odd");
        BytesInMemory put = broker.queue(MailQueue.DEAD).getLast();
        assertThat(put.head()).isEqualTo(Map.of("JMSType", "order", "JMSCorrelationID", "7"));
        assertThat(put.properties).containsEntry("JMSXGroupID", "g");
    }

    @Test
    void theAnswerGoesInTheSameTransaction() throws JMSException {
        dead.bury(new BytesInMemory().message(), "postern.submit", "too odd", session -> tell(session, "refused"));
        assertThat(broker.told).hasSize(2).last().isEqualTo("refused");
    }

    @Test
    void anAnswerThatCannotBeSentHoldsNothingUp() throws JMSException {
        dead.bury(new BytesInMemory().message(), "postern.submit", "too odd", session -> {
            tell(session, "refused");
            throw new JMSException("there is no such queue");
        });
        assertThat(broker.queue(MailQueue.DEAD)).hasSize(1);
        assertThat(broker.told).singleElement().asString().contains("too odd");
    }

    private static void tell(Session session, String text) throws JMSException {
        session.createProducer(session.createQueue("answers")).send(session.createTextMessage(text));
    }
}
