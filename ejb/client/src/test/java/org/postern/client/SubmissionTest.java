package org.postern.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.client.Envelope.Recipient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

class SubmissionTest {
    private static SubmissionBuilder hello() {
        return Submission.from("a@b.example").content("Subject: x\n\nhello\n");
    }

    private static BytesInMemory filled(BytesInMemory message, Submission submission) throws Exception {
        submission.message(session(message));
        return message;
    }

    private static Session session(BytesInMemory message) {
        return (Session) Proxy.newProxyInstance(SubmissionTest.class.getClassLoader(), new Class<?>[]{Session.class},
                (proxy, method, given) -> message.message());
    }

    private static String text(SubmissionBuilder submission) throws Exception {
        return new String(filled(new BytesInMemory(), submission.to("c@d").build()).body(), StandardCharsets.UTF_8);
    }

    @Test
    void aMessageSaysWhatTheSubmissionSays() throws Exception {
        BytesInMemory message = filled(new BytesInMemory(), hello().to("c@d")
                .to(new Recipient("e@f", Map.of("NOTIFY", "NEVER")))
                .parameter("ret", "HDRS")
                .expires(Instant.ofEpochSecond(7))
                .bulk()
                .correlation("order-7")
                .build());
        assertThat(message.properties).containsOnly(Map.entry(PropertyNames.ENVELOPE,
                "MAIL FROM:<a@b.example> RET=HDRS\r\nRCPT TO:<c@d>\r\nRCPT TO:<e@f> NOTIFY=NEVER\r\n"),
                Map.entry(PropertyNames.EXPIRES, 7000L), Map.entry(PropertyNames.LANE, "BULK"));
        assertThat(message.head()).containsOnly(Map.entry("JMSCorrelationID", "order-7"));
        assertThat(message.body()).asString(StandardCharsets.UTF_8).isEqualTo("Subject: x\r\n\r\nhello\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b\r\nRCPT TO:<evil@c>"})
    void whatIsNoAddressIsRefusedInTheCall(String address) {
        assertThatThrownBy(() -> hello().to(address)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an address: ");
        assertThatThrownBy(() -> Submission.from(address)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an address: ");
    }

    /** As Spring's JmsTemplate wants one. */
    private interface Creator {
        Message createMessage(Session session) throws JMSException;
    }

    @Test
    void aMessageIsMadeWhereSomebodyElseHasTheSession() throws Exception {
        BytesInMemory message = new BytesInMemory();
        Creator creator = hello().to("c@d").build()::message;
        creator.createMessage(session(message));
        assertThat(message.body()).isNotEmpty();
    }

    @Test
    void whatIsHandedInIsOnTheQueueOfItsKindAndHasAName() throws Exception {
        BrokerInMemory broker = new BrokerInMemory();
        try (Connection connection = broker.factory().createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            assertThat(hello().to("c@d.example").build().handIn(session)).isEqualTo("ID:1");
            hello().to("c@d.example").bulk().build().handIn(session);
        }
        assertThat(broker.sent).extracting(BrokerInMemory.Sent::queue)
                .containsExactly(Submission.QUEUE, Submission.BULK_QUEUE);
    }

    @Test
    void contentThatCannotBeReadIsTold(@TempDir Path folder) {
        Submission submission = hello().content(MailContent.of(folder.resolve("none"))).to("c@d").build();
        assertThatThrownBy(() -> submission.message(session(new BytesInMemory()))).isInstanceOf(JMSException.class)
                .hasMessageStartingWith("the content cannot be read: ")
                .hasCauseInstanceOf(IOException.class);
        JMSContext context = (JMSContext) Proxy.newProxyInstance(SubmissionTest.class.getClassLoader(),
                new Class<?>[]{JMSContext.class}, (proxy, method, given) -> new BytesInMemory().message());
        assertThatThrownBy(() -> submission.message(context)).isInstanceOf(JMSRuntimeException.class)
                .hasMessageStartingWith("the content cannot be read: ");
    }

    @Test
    void recipientsAndContentAreNeeded() {
        assertThatThrownBy(() -> hello().build()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("recipient");
        assertThatThrownBy(() -> Submission.fromNobody().to("c@d").build()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\r\n", "\na", "a\rb\r\n", "a\u0000b\r\n", "a\r", "\r\r\n", "\r\n\n"})
    void octetsThatSmtpCannotCarryAreRefusedInTheCall(String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> hello().content(octets)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lines of mail end with CRLF");
    }

    @ParameterizedTest
    @CsvSource({"a|b, a|b|", "a&b|, a|b|", "a~b~, a|b|", "||a, ||a|", "~|a~~, ||a||", "'', ''"})
    void linesOfATextEndAsTheyShould(String text, String lines) throws Exception {
        assertThat(text(hello().content(text.replace('&', '\r').replace("|", "\n").replace("~", "\r\n"))))
                .isEqualTo(lines.replace("|", "\r\n").replace("&", "\r\n"));
    }

    @Test
    void blindCopiesStayBlind() throws Exception {
        MimeMessage mail = new MimeMessage((jakarta.mail.Session) null);
        mail.setSubject("gr\u00fc\u00df");
        mail.setHeader("Bcc", "secret@b.example");
        mail.setText("bl\u00e5\nline", "utf-8");
        assertThat(text(hello().mimeMessage(mail))).contains("Subject: =?")
                .doesNotContain("secret")
                .doesNotContainPattern("[^\r]\n");
    }

    @ParameterizedTest
    @CsvSource({"c@d, a@b.example, ''", "c@d, gr\u00fc\u00df@b.example, ' SMTPUTF8'",
            "gr\u00fc\u00df@d, a@b.example, ' SMTPUTF8'"})
    void anAddressBeyondAsciiBringsItsParameter(String to, String from, String parameter) throws Exception {
        Submission submission = Submission.from(from).content("a\n").to(to).build();
        assertThat(submission.envelope())
                .hasToString("MAIL FROM:<" + from + ">" + parameter + "\r\nRCPT TO:<" + to + ">\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MessageBody.STREAMED - 1, MessageBody.STREAMED, 1_000_000})
    void muchIsStreamedWhereThatIsPossible(int octets, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("mail"), new byte[octets]);
        Submission submission = hello().content(MailContent.of(file)).to("c@d").build();
        BytesInMemory artemis = filled(new BytesInMemory(), submission);
        assertThat(artemis.streamed).isEqualTo(octets >= MessageBody.STREAMED);
        assertThat(artemis.body()).isEqualTo(new byte[octets]);
        BytesInMemory other = filled(new BytesInMemory().ofAnotherBroker(), submission);
        assertThat(other.streamed).isFalse();
        assertThat(other.body()).isEqualTo(new byte[octets]);
    }

    @Test
    void aStreamThatIsRefusedIsClosed() throws Exception {
        int[] open = {0};
        MailContent content = new MailContent() {
            @Override
            public long size() {
                return MessageBody.STREAMED;
            }

            @Override
            public InputStream open() {
                open[0]++;
                return new ByteArrayInputStream(new byte[MessageBody.STREAMED]) {
                    @Override
                    public void close() throws IOException {
                        open[0]--;
                    }
                };
            }
        };
        filled(new BytesInMemory().ofAnotherBroker(), hello().content(content).to("c@d").build());
        assertThat(open[0]).isZero();
    }
}
