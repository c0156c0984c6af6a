package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.ResultName;
import org.postern.client.BytesInMemory;
import org.postern.client.PropertyNames;
import org.postern.config.DataFolder;
import org.postern.contents.Contents;
import org.postern.event.Answer;
import org.postern.event.OutcomeWish;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.MailQueue;
import org.postern.queue.Origin;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.receiver.Reason;
import org.postern.routing.Destination;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class MailCodecTest {
    private static final Instant ARRIVED = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Optional<Destination> ORDERS = Optional.of(new Destination.ApplicationQueue("orders"));

    /** Messages that carry their content need none of it. */
    private static final Contents CONTENTS = new Contents(new DataFolder(Path.of("/nowhere")));

    private static final Origin ORIGIN = new Origin(Optional.of("192.0.2.1"), Optional.of("client.example"),
            Optional.of("me.example"), Optional.of("TLSv1.3 TLS_AES_256_GCM_SHA384"), Optional.of("alice"),
            Optional.of("mx"));

    @TempDir
    private Path spool;

    private static Mailbox mailbox(String local) {
        return new Mailbox(local, new Domain("b.example"));
    }

    private static Envelope envelope() {
        Recipient silent = new Recipient(new ForwardPath(mailbox("\"a b\"")), Parameters.of(Map.of("NOTIFY", "NEVER")));
        return new Envelope(ReversePath.of(mailbox("from")), Parameters.of(Map.of("BODY", "8BITMIME")),
                List.of(silent, Recipient.of(mailbox("to"))));
    }

    private static QueuedMail mail(Envelope envelope, int octets, Optional<Destination> destination) {
        byte[] content = new byte[octets];
        new Random(octets).nextBytes(content);
        return QueuedMail.of(new Message(new QueueId("0123456789ABCDEF"), envelope, Content.of(content)),
                Arrival.at(ARRIVED)).to(destination).tried(3);
    }

    private static BytesInMemory encoded(QueuedMail mail, Optional<String> key) throws JMSException, IOException {
        return encoded("q", mail, key);
    }

    private static BytesInMemory encoded(String queue, QueuedMail mail, Optional<String> key)
            throws JMSException, IOException {
        BytesInMemory message = new BytesInMemory();
        Session session = (Session) Proxy.newProxyInstance(MailCodecTest.class.getClassLoader(),
                new Class<?>[]{Session.class}, (proxy, method, arguments) -> message.message());
        MailCodec.encode(session, new Posting(queue, mail, key), Optional.empty());
        return message;
    }

    @Test
    void whatItsApplicationWantsToHearTravelsInOwnQueuesAlone() throws JMSException, IOException {
        OutcomeWish wish = new OutcomeWish("queue:answers", Optional.of("order-7"), OutcomeWish.USUAL);
        QueuedMail plain = mail(envelope(), 1, ORDERS);
        QueuedMail mail = new QueuedMail(plain.message(), plain.arrival().wished(Optional.of(wish)), plain.course());
        BytesInMemory own = encoded(MailQueue.OUTGOING, mail, Optional.empty());
        QueuedMail decoded = MailCodec.decode(own.message(), spool, CONTENTS).mail();
        assertThat(decoded.arrival().wish()).contains(wish);
        assertThat(decoded.message().envelope()).isEqualTo(envelope());
        assertThat(encoded("orders", mail, Optional.empty()).properties)
                .isEqualTo(encoded("orders", plain, Optional.empty()).properties);
    }

    @Test
    void whatItAnswersTravelsWithTheEnvelopeAndIsToldToTheApplicationAlone() throws JMSException, IOException {
        Answer answer = new Answer(Answer.Kind.REPLY, new QueueId("FEDCBA9876543210"), Optional.of("order-7"));
        QueuedMail mail = mail(envelope(), 1, ORDERS).answering(answer);
        BytesInMemory own = encoded(MailQueue.INCOMING, mail, Optional.empty());
        assertThat(own.properties).doesNotContainKey(PropertyNames.ANSWER);
        QueuedMail decoded = MailCodec.decode(own.message(), spool, CONTENTS).mail();
        assertThat(decoded.arrival().answer()).contains(answer);
        assertThat(decoded.message().envelope()).isEqualTo(envelope());
        BytesInMemory told = encoded("answers", mail, Optional.empty());
        assertThat(told.properties).containsEntry("postern_answer", "reply")
                .containsEntry("postern_answersTo", "FEDCBA9876543210");
        assertThat(told.properties.get(PropertyNames.ENVELOPE).toString()).doesNotContain("POSTERN");
        assertThat(told.head()).containsEntry("JMSCorrelationID", "order-7");
    }

    @Test
    void mailThatNobodyWantsToHearOfHasNothingMoreToBeWritten() throws JMSException, IOException {
        assertThat(encoded(MailQueue.OUTGOING, mail(envelope(), 1, Optional.empty()), Optional.empty()).properties)
                .containsOnlyKeys(PropertyNames.QUEUE_ID, PropertyNames.ENVELOPE, PropertyNames.ARRIVED,
                        MailCodec.ATTEMPTS,
                        PropertyNames.SIZE)
                .extractingByKey(PropertyNames.ENVELOPE)
                .asString()
                .startsWith("MAIL FROM:<from@b.example> BODY=8BITMIME\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MailBody.LARGE - 1, MailBody.LARGE, MailBody.LARGE + 1, 1_000_000})
    void whatIsEncodedIsDecoded(int octets) throws JMSException, IOException {
        QueuedMail mail = mail(envelope(), octets, ORDERS);
        BytesInMemory message = encoded(mail, Optional.empty());
        assertThat(message.streamed).isEqualTo(octets >= MailBody.LARGE);
        try (ReceivedMail received = MailCodec.decode(message.message(), spool, CONTENTS)) {
            QueuedMail decoded = received.mail();
            assertThat(decoded.message().id()).isEqualTo(mail.message().id());
            assertThat(decoded.message().envelope()).isEqualTo(mail.message().envelope());
            assertThat(decoded.arrived()).isEqualTo(ARRIVED);
            assertThat(decoded.destination()).isEqualTo(ORDERS);
            assertThat(decoded.attempts()).isEqualTo(3);
            assertThat(decoded.message().content().size()).isEqualTo(octets);
            assertThat(decoded.message().content().open()).hasSameContentAs(mail.message().content().open());
            assertThat(decoded.message().content().open()).hasSameContentAs(mail.message().content().open());
        }
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void applicationsReadThePropertiesTheyAreToldOf() throws JMSException, IOException {
        BytesInMemory message = encoded(mail(envelope(), 7, ORDERS), Optional.of("key"));
        assertThat(message.properties).containsEntry("postern_queueId", "0123456789ABCDEF")
                .containsEntry("postern_envelope",
                        "MAIL FROM:<from@b.example> BODY=8BITMIME\r\nRCPT TO:<\"a b\"@b.example> NOTIFY=NEVER\r\nRCPT TO:<to@b.example>\r\n")
                .containsEntry("postern_reversePath", "from@b.example")
                .containsEntry("postern_recipient", "\"a b\"@b.example")
                .containsEntry("postern_recipientCount", 2)
                .containsEntry("postern_destination", "queue:orders")
                .containsEntry("postern_arrived", ARRIVED.toEpochMilli())
                .containsEntry("postern_attempts", 3)
                .containsEntry("postern_size", 7L)
                .containsEntry("_AMQ_DUPL_ID", "key");
    }

    @Test
    void theGatewaysOwnQueuesCarryTheEnvelopeOnceAlone() throws JMSException, IOException {
        QueuedMail mail = mail(envelope(), 7, ORDERS);
        BytesInMemory message = encoded(MailQueue.OUTGOING, mail, Optional.empty());
        assertThat(message.properties).containsKey("postern_envelope")
                .doesNotContainKeys("postern_reversePath", "postern_recipient", "postern_recipientCount");
        assertThat(MailCodec.decode(message.message(), spool, CONTENTS).mail().message().envelope())
                .isEqualTo(mail.message().envelope());
    }

    @Test
    void selectorsMayAskForVerdictScoreAndResults() throws JMSException, IOException {
        Assessment judged = new Assessment(List.of(new Symbol("A", 2.5, ""), new Symbol("B", -0.25, "")), Verdict.MARK,
                Reason.NONE, List.of(new MethodResult("dkim", ResultName.FAIL),
                        new MethodResult("dkim", ResultName.PASS), new MethodResult("spf", ResultName.SOFTFAIL)));
        BytesMessage carrier = encoded(mail(envelope(), 7, ORDERS).assessed(judged), Optional.empty()).message();
        assertThat(carrier.getStringProperty("postern_verdict")).isEqualTo("mark");
        assertThat(carrier.getDoubleProperty("postern_score")).isEqualTo(2.25);
        assertThat(carrier.getStringProperty("postern_dkim")).isEqualTo("pass");
        assertThat(carrier.getStringProperty("postern_spf")).isEqualTo("softfail");
        assertThat(carrier.getStringProperty("postern_dmarc")).isEqualTo("none");
    }

    private static QueuedMail handedIn() {
        return QueuedMail.of(mail(envelope(), 7, Optional.empty()).message(),
                Arrival.at(ARRIVED).by(Optional.of("mx")).from(ORIGIN));
    }

    @Test
    void anApplicationIsToldWhoHandedItIn() throws JMSException, IOException {
        BytesInMemory waiting = encoded(MailQueue.INCOMING, handedIn(), Optional.empty());
        QueuedMail routed = MailCodec.decode(waiting.message(), spool, CONTENTS).mail();
        assertThat(routed.arrival().listener()).contains("mx");
        assertThat(routed.arrival().origin()).isEqualTo(ORIGIN);
        for (QueuedMail mail : List.of(handedIn(), routed)) {
            assertThat(encoded("orders", mail.to(ORDERS), Optional.empty()).properties)
                    .containsEntry("postern_clientAddress", "192.0.2.1")
                    .containsEntry("postern_clientName", "client.example")
                    .containsEntry("postern_helo", "me.example")
                    .containsEntry("postern_tls", "TLSv1.3 TLS_AES_256_GCM_SHA384")
                    .containsEntry("postern_user", "alice")
                    .containsEntry("postern_listener", "mx");
        }
    }

    @Test
    void theWayOutDoesNotCarryWhoHandedItIn() throws JMSException, IOException {
        QueuedMail leaving = handedIn().to(Optional.of(Destination.parse("mx:c.example")));
        assertThat(encoded(MailQueue.OUTGOING, leaving, Optional.empty()).properties)
                .doesNotContainKeys("postern_clientAddress", "postern_user", "postern_listener");
    }

    @Test
    void ofWhatHasWaitedTheListenerIsLeft() throws JMSException, IOException {
        QueuedMail released = QueuedMail.of(handedIn().message(), Arrival.at(ARRIVED).by(Optional.of("mx")));
        BytesInMemory waiting = encoded(MailQueue.INCOMING, released, Optional.empty());
        QueuedMail routed = MailCodec.decode(waiting.message(), spool, CONTENTS).mail();
        assertThat(routed.arrival().listener()).contains("mx");
        assertThat(routed.arrival().origin()).isEqualTo(Origin.UNKNOWN.by(Optional.of("mx")));
    }

    @Test
    void theNullReversePathIsTheEmptyString() throws JMSException, IOException {
        Envelope bounce = new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(mailbox("to"))));
        BytesInMemory message = encoded(mail(bounce, 7, Optional.empty()), Optional.empty());
        assertThat(message.properties).containsEntry("postern_reversePath", "")
                .doesNotContainKeys("postern_destination", "_AMQ_DUPL_ID");
        assertThat(MailCodec.decode(message.message(), spool, CONTENTS).mail().message().envelope()).isEqualTo(bounce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postern_queueId", "postern_envelope", "postern_arrived", "postern_attempts"})
    void whatIsMissingIsTold(String property) throws JMSException, IOException {
        BytesInMemory message = encoded(mail(envelope(), 7, ORDERS), Optional.empty());
        message.properties.remove(property);
        assertThatThrownBy(() -> MailCodec.decode(message.message(), spool, CONTENTS)).isInstanceOf(
                IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MAIL FROM:<a@b>", "RCPT TO:<a@b>\r\n", "MAIL FROM:<>\r\nRCPT TO:<>\r\n"})
    void anEnvelopeThatIsNoneIsTold(String text) throws JMSException, IOException {
        BytesInMemory message = encoded(mail(envelope(), 7, ORDERS), Optional.empty()).with("postern_envelope", text);
        assertThatThrownBy(() -> MailCodec.decode(message.message(), spool, CONTENTS)).isInstanceOf(
                IllegalArgumentException.class);
    }
}
