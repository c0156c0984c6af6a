package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Large mail in the gateway's own queues refers to its content. */
class OwnMailTest {
    private static final byte[] FIELD = "Received: x\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path data;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private Duration passed = Duration.ZERO;
    private Contents contents;
    private byte[] octets;
    private Content content;

    @BeforeEach
    void begin() throws IOException {
        contents = new Contents(new DataFolder(data), () -> passed.toNanos());
        octets = new byte[500_000];
        new Random(1).nextBytes(octets);
        SpooledContent.InFile file = SpooledContent.inFile(data.resolve("spool"));
        try (var target = file.fill()) {
            target.write(octets);
        }
        content = Content.join(FIELD, file);
    }

    private static Session session(BytesInMemory message) {
        return (Session) Proxy.newProxyInstance(OwnMailTest.class.getClassLoader(), new Class<?>[]{Session.class},
                (proxy, method, arguments) -> message.message());
    }

    private BytesInMemory posted(String queue, Content any) throws JMSException, IOException {
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE,
                List.of(Recipient.of(new Mailbox("to", new Domain("b.example")))));
        QueuedMail mail = QueuedMail.of(new Message(new QueueId("0123456789ABCDEF"), envelope, any), Arrival.at(NOON));
        BytesInMemory message = new BytesInMemory();
        try (PostedContents kept = contents.forPosting()) {
            MailCodec.encode(session(message), new Posting(queue, mail, Optional.empty()), Optional.of(kept));
            kept.force();
        }
        return message;
    }

    private ReceivedMail received(BytesInMemory message) throws JMSException, IOException {
        return MailCodec.decode(message.message(), data.resolve("spool"), contents);
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(data.resolve("content"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data.resolve("content"))) {
            return files.filter(file -> !file.endsWith("folder.id")).toList();
        }
    }

    private void after(Duration time) {
        passed = passed.plus(time);
        contents.removeSpent();
    }

    @ParameterizedTest
    @ValueSource(strings = {MailQueue.OUTGOING, MailQueue.BULK, MailQueue.INCOMING})
    void theMessageCarriesTheTraceFieldAloneAndIsReadAsAWhole(String queue) throws JMSException, IOException {
        BytesInMemory message = posted(queue, content);
        assertThat(message.body()).isEqualTo(FIELD);
        assertThat(message.properties).containsEntry("postern_size", (long) FIELD.length + octets.length);
        try (ReceivedMail received = received(message)) {
            assertThat(received.mail().message().content().open()).hasSameContentAs(content.open());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", MailQueue.SUBMIT, MailQueue.DEAD})
    void whatOthersReadCarriesAllOfIt(String queue) throws JMSException, IOException {
        BytesInMemory message = posted(queue, content);
        assertThat(message.body()).hasSize(FIELD.length + octets.length);
        assertThat(message.properties).doesNotContainKey(OwnMail.CONTENT);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsSmallIsCarried() throws JMSException, IOException {
        BytesInMemory message = posted(MailQueue.OUTGOING, Content.of(new byte[MailBody.LARGE - 1]));
        assertThat(message.body()).hasSize(MailBody.LARGE - 1);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatGoesOnToAnotherQueueIsNotCopied() throws JMSException, IOException {
        BytesInMemory incoming = posted(MailQueue.INCOMING, content);
        try (ReceivedMail received = received(incoming)) {
            BytesInMemory outgoing = posted(MailQueue.OUTGOING, received.mail().message().content());
            assertThat(outgoing.body()).isEqualTo(FIELD);
            assertThat(files()).hasSize(2);
            assertThat(Files.isSameFile(files().getFirst(), files().getLast())).isTrue();
            received.dealtWith();
            after(Duration.ofMinutes(1));
            assertThat(files()).hasSize(1);
            assertThat(received(outgoing).mail().message().content().open()).hasSameContentAs(content.open());
        }
    }

    @Test
    void closingAloneKeepsTheContentForTheNextTime() throws JMSException, IOException {
        BytesInMemory message = posted(MailQueue.OUTGOING, content);
        received(message).close();
        after(Duration.ofDays(1));
        assertThat(files()).hasSize(1);
        try (ReceivedMail again = received(message)) {
            again.dealtWith();
        }
        after(Duration.ofMinutes(1));
        assertThat(files()).isEmpty();
    }

    @Test
    void aContentThatIsGoneOrDamagedIsNotWaitedFor() throws JMSException, IOException {
        BytesInMemory message = posted(MailQueue.OUTGOING, content);
        Files.write(files().getFirst(), new byte[1000]);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> received(message))
                .withMessageContaining("octets in place of");
        Files.delete(files().getFirst());
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> received(message))
                .withMessageContaining("is gone");
    }

    @Test
    void aForgedNameReadsNoFile() throws JMSException, IOException {
        BytesInMemory message = posted(MailQueue.OUTGOING, content);
        Files.writeString(data.resolve("secret"), "secret");
        message.with(OwnMail.CONTENT, "../secret");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> received(message))
                .withMessageContaining("no name");
    }

    @Test
    void whatIsNotOursRefersToNothing() throws JMSException, IOException {
        BytesInMemory message = posted(MailQueue.OUTGOING, content);
        WholeMessage whole = WholeMessage.asItIs(message.message());
        whole.message();
        whole.done();
        after(Duration.ofMinutes(1));
        assertThat(files()).hasSize(1);
        assertThat(message.body()).isEqualTo(FIELD);
        assertThat(message.properties).doesNotContainKey(OwnMail.CONTENT);
    }

    @Test
    void whatIsPutAsideIsGivenItsContent() throws JMSException, IOException {
        BytesInMemory message = posted(MailQueue.OUTGOING, content).with("_AMQ_DUPL_ID", "key");
        BytesInMemory aside = new BytesInMemory();
        WholeMessage whole = WholeMessage.of(message.message(), session(aside), contents).with("postern_reason", "why");
        whole.message();
        assertThat(Content.of(aside.body()).open()).hasSameContentAs(content.open());
        assertThat(aside.properties).containsEntry("postern_reason", "why")
                .containsEntry("postern_queueId", "0123456789ABCDEF")
                .doesNotContainKeys(OwnMail.CONTENT, "_AMQ_DUPL_ID");
        after(Duration.ofMinutes(1));
        assertThat(files()).hasSize(1);
        whole.done();
        after(Duration.ofMinutes(1));
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsPutAsideWithoutItsContentSaysWhichItWas() throws JMSException, IOException {
        BytesInMemory message = posted(MailQueue.OUTGOING, content);
        String name = files().getFirst().getFileName().toString();
        Files.delete(files().getFirst());
        WholeMessage.of(message.message(), session(new BytesInMemory()), contents).message();
        assertThat(message.properties).containsEntry(WholeMessage.LOST, name).doesNotContainKey(OwnMail.CONTENT);
    }
}
