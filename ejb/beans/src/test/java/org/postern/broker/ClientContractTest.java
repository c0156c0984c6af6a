package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.ResultName;
import org.postern.client.BytesInMemory;
import org.postern.client.DeliveredMail;
import org.postern.client.MailContent;
import org.postern.client.PropertiesPage;
import org.postern.client.PropertyNames;
import org.postern.client.Submission;
import org.postern.event.Answer;
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
import org.postern.queue.Lane;
import org.postern.queue.Origin;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.receiver.Reason;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the gateway posts the client reads, and what the client makes the gateway reads. */
class ClientContractTest {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final SubmissionCodec.Limits LIMITS = new SubmissionCodec.Limits(10_000_000, 5, Optional.empty());
    private static final List<String> OWN = List.of(MailCodec.DESTINATION, MailCodec.ATTEMPTS,
            MailCodec.DELAY_TOLD);

    private static final Answer ANSWER = new Answer(Answer.Kind.AUTOMATIC, new QueueId("FEDCBA9876543210"),
            Optional.of("order-7"));
    private static final Origin ORIGIN = new Origin(Optional.of("192.0.2.1"), Optional.of("client.example"),
            Optional.of("me.example"), Optional.of("TLSv1.3 TLS_AES_256_GCM_SHA384"), Optional.of("alice"),
            Optional.of("mx"));

    @TempDir
    private Path spool;

    private static Session session(BytesInMemory message) {
        return (Session) Proxy.newProxyInstance(ClientContractTest.class.getClassLoader(),
                new Class<?>[]{Session.class}, (proxy, method, given) -> message.message());
    }

    private static BytesInMemory posted(Envelope envelope, byte[] content, Assessment assessment) throws Exception {
        BytesInMemory message = new BytesInMemory();
        Arrival arrival = new Arrival(TIME, Optional.of(TIME.plusSeconds(60)), Optional.empty(), ORIGIN, assessment,
                Optional.empty(), Optional.of(ANSWER));
        QueuedMail mail = QueuedMail
                .of(new Message(new QueueId("0123456789ABCDEF"), envelope, Content.of(content)), arrival)
                .to(Optional.of(new Destination.ApplicationQueue("orders")))
                .in(Lane.BULK)
                .askedFor()
                .withDelayTold();
        MailCodec.encode(session(message), new Posting("orders", mail, Optional.empty()), Optional.empty());
        return message;
    }

    private static Envelope envelope(ReversePath from, String local, String domain) {
        return new Envelope(from, from.isNull() ? Parameters.NONE : Parameters.of(Map.of("SMTPUTF8", "")),
                List.of(Recipient.of(new Mailbox(local, new Domain(domain))),
                        Recipient.of(new Mailbox("\"a b\"", new Domain("c.example")))));
    }

    private static Assessment judged() {
        return new Assessment(List.of(new Symbol("A", 2.5, "")), Verdict.MARK, Reason.NONE,
                List.of(new MethodResult("dmarc", ResultName.PASS), new MethodResult("spf", ResultName.SOFTFAIL)));
    }

    private static byte[] octets(int count) {
        byte[] octets = new byte[count];
        new Random(count).nextBytes(octets);
        return octets;
    }

    private Submitted taken(BytesInMemory message) throws Exception {
        return SubmissionCodec.decode(message.message(), LIMITS, spool).checked();
    }

    private static BytesInMemory handedIn(Submission submission) throws Exception {
        BytesInMemory message = new BytesInMemory();
        submission.message(session(message));
        return message;
    }

    @Test
    void thePageHasWhatTheGatewaySetsOnMail() throws Exception {
        BytesInMemory message = posted(envelope(ReversePath.NULL, "to", "b.example"), octets(7), judged());
        Map<String, String> set = PropertiesPage.types(message);
        assertThat(set.keySet()).containsAll(OWN);
        set.keySet().removeAll(OWN);
        assertThat(set).isEqualTo(PropertiesPage.setByGateway("mail"));
    }

    @Test
    void thePageHasWhatApplicationsSetOnSubmissions() throws Exception {
        Map<String, String> set = PropertiesPage.types(handedIn(
                Submission.fromNobody()
                        .to("c@d.example")
                        .content("a\n")
                        .bulk()
                        .expires(TIME)
                        .events("all")
                        .replies("answers", TIME)
                        .build()));
        set.put(PropertyNames.REVERSE_PATH, "String");
        set.put(PropertyNames.RECIPIENT, "String");
        assertThat(set).isEqualTo(PropertiesPage.setByApplications());
    }

    @ParameterizedTest
    @CsvSource({"to, b.example", "gr\u00fc\u00df, b.example", "to, b\u00fccher.example",
            "\u5f20\u4e09, \u4f8b.example"})
    void theClientReadsWhatIsPosted(String local, String domain) throws Exception {
        for (ReversePath from : List.of(ReversePath.NULL, ReversePath.of(new Mailbox(local, new Domain(domain))))) {
            Envelope envelope = envelope(from, local, domain);
            byte[] content = "Subject: x\r\n\r\nbl\u00e5 \u5f20\r\n".getBytes(StandardCharsets.UTF_8);
            DeliveredMail mail = DeliveredMail.of(posted(envelope, content, judged()).message());
            assertThat(mail.envelope()).hasToString(EnvelopeText.write(envelope));
            assertThat(mail.envelope().reversePath()).isEqualTo(from.address());
            assertThat(mail.envelope().addresses()).containsExactly(local + "@" + domain, "\"a b\"@c.example");
            assertThat(mail.octets()).isEqualTo(content);
            assertThat(mail.queueId()).isEqualTo("0123456789ABCDEF");
            assertThat(mail.arrived()).isEqualTo(TIME);
            assertThat(mail.expires()).contains(TIME.plusSeconds(60));
            assertThat(mail.origin()).hasToString(ORIGIN.toString().replace("client=", "clientAddress="));
            assertThat(mail.contract()).isEqualTo(PropertyNames.CONTRACT_VERSION);
        }
    }

    @Test
    void theClientReadsWhatItAnswers() throws Exception {
        for (Answer.Kind kind : Answer.Kind.values()) {
            BytesInMemory message = new BytesInMemory();
            QueuedMail mail = QueuedMail
                    .of(new Message(new QueueId("0123456789ABCDEF"), envelope(ReversePath.NULL, "to", "b.example"),
                            Content.of(octets(7))), Arrival.at(TIME))
                    .answering(new Answer(kind, ANSWER.question(), ANSWER.correlation()));
            MailCodec.encode(session(message), new Posting("answers", mail, Optional.empty()), Optional.empty());
            org.postern.client.Answer read = DeliveredMail.of(message.message()).answer().orElseThrow();
            assertThat(read.kind()).isEqualTo(kind.word());
            assertThat(read.isReply()).isEqualTo(kind == Answer.Kind.REPLY);
            assertThat(read.isAutomatic()).isEqualTo(kind == Answer.Kind.AUTOMATIC);
            assertThat(read.isBounce()).isEqualTo(kind == Answer.Kind.BOUNCE);
            assertThat(read.submission()).isEqualTo("FEDCBA9876543210");
            assertThat(read.correlation()).contains("order-7");
        }
    }

    @Test
    void theClientReadsWhatWasFound() throws Exception {
        Envelope envelope = envelope(ReversePath.NULL, "to", "b.example");
        DeliveredMail judged = DeliveredMail.of(posted(envelope, octets(7), judged()).message());
        assertThat(judged.findings().verdict()).contains("mark");
        assertThat(judged.findings().score()).contains(2.5);
        assertThat(judged.findings().passed("dmarc")).isTrue();
        assertThat(judged.findings().authentication()).containsEntry("spf", "softfail").containsEntry("arc", "none");
        assertThat(judged.findings().assessment().orElseThrow()).startsWith("{");
        DeliveredMail trusted = DeliveredMail.of(posted(envelope, octets(7), Assessment.NONE).message());
        assertThat(trusted.findings().verdict()).isEmpty();
        assertThat(trusted.findings().authentication()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MailBody.LARGE - 1, MailBody.LARGE, 3_000_000})
    void theClientReadsHoweverMuchThereIs(int count) throws Exception {
        BytesInMemory message = posted(envelope(ReversePath.NULL, "to", "b.example"), octets(count), Assessment.NONE);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        DeliveredMail.of(message.message()).writeTo(kept);
        assertThat(kept.toByteArray()).isEqualTo(octets(count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c@d.example", "\"a b\"@d.example", "gr\u00fc\u00df@d.example", "a@b\u00fccher.example",
            "a@[192.0.2.1]"})
    void theGatewayReadsWhatTheClientMakes(String address) throws Exception {
        Submission submission = Submission.from(address)
                .to(address)
                .to("other@d.example")
                .parameter("RET", "HDRS")
                .expires(TIME)
                .bulk()
                .correlation("order-7")
                .content("Subject: x\n\nbl\u00e5\n")
                .build();
        BytesInMemory message = handedIn(submission);
        try (Submitted submitted = taken(message)) {
            assertThat(submitted.envelope())
                    .isEqualTo(gateways(submission.envelope()).orElseThrow().ofEightBitContent());
            assertThat(submitted.envelope().reversePath().address()).isEqualTo(address);
            assertThat(submitted.expires()).contains(TIME);
            assertThat(submitted.lane()).isEqualTo(Lane.BULK);
            assertThat(submitted.content().open())
                    .hasBinaryContent("Subject: x\r\n\r\nbl\u00e5\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(message.head()).containsEntry("JMSCorrelationID", "order-7");
        }
    }

    @Test
    void theGatewayReadsMailFromNobody() throws Exception {
        try (Submitted submitted = taken(handedIn(Submission.fromNobody().to("c@d.example").content("a\n").build()))) {
            assertThat(submitted.envelope().reversePath().isNull()).isTrue();
            assertThat(submitted.expires()).isEmpty();
            assertThat(submitted.lane()).isEqualTo(Lane.ORDINARY);
        }
    }

    @Test
    void largeContentIsReadInBlocks() throws Exception {
        Lines lines = new Lines(500_000);
        BytesInMemory message = handedIn(Submission.fromNobody().to("c@d.example").content(lines).build());
        assertThat(message.streamed).isTrue();
        try (Submitted submitted = taken(message)) {
            assertThat(submitted.content().size()).isEqualTo(lines.size());
            assertThat(submitted.content().open()).hasSameContentAs(lines.open());
        }
    }

    private static Optional<Envelope> gateways(org.postern.client.Envelope envelope) {
        return EnvelopeText.parse(envelope.toString()).toOptional();
    }

    @Test
    void anAddressOfTheClientIsTheSameForTheGatewayOrNone() {
        int same = 0;
        int refused = 0;
        for (String address : addresses()) {
            Optional<org.postern.client.Envelope> written = clients(address);
            Optional<Envelope> read = written.flatMap(ClientContractTest::gateways);
            if (read.isPresent()) {
                assertThat(EnvelopeText.write(read.get())).isEqualTo(written.get().toString());
                same++;
            } else if (written.isPresent()) {
                refused++;
            }
        }
        assertThat(same).as("of which the gateway refuses %s", refused).isGreaterThan(1_000);
    }

    @Test
    void anAddressOfTheGatewayIsOneForTheClient() throws Exception {
        int many = 0;
        for (String address : addresses()) {
            if (MailboxParser.parseInternational(address) instanceof Parsed.Valid<Mailbox>(Mailbox mailbox)) {
                Envelope envelope = new Envelope(ReversePath.of(mailbox), Parameters.NONE,
                        List.of(Recipient.of(mailbox)));
                assertThat(org.postern.client.Envelope.parse(EnvelopeText.write(envelope)).addresses())
                        .containsExactly(address);
                many++;
            }
        }
        assertThat(many).isGreaterThan(1_000);
    }

    private static Optional<org.postern.client.Envelope> clients(String address) {
        try {
            return Optional.of(Submission.from(address).to(address).content("a\n").build().envelope());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** {@return what is an address, or nearly} */
    private static List<String> addresses() {
        List<String> good = List.of("a@b.example", "a.b+c@d-e.example", "\"a b\"@c.example", "a@[192.0.2.1]",
                "a@[IPv6:2001:db8::1]", "gr\u00fc\u00df@b\u00fccher.example", "\u5f20@\u4f8b.example", "\"\\\"\"@x");
        String odd = "a.@\"\\<>[]:; ,=-_\t\r\n\u0000\u007f\u0085\u00a0\u00fc\u0301\u200d\u3002\ud83d\ude00";
        Random random = new Random(7);
        List<String> addresses = new ArrayList<>(good);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(good.get(random.nextInt(good.size())));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(text.length() + 1);
                String character = odd.substring(random.nextInt(odd.length())).substring(0, 1);
                text.replace(at, Math.min(text.length(), at + random.nextInt(2)), character);
            }
            addresses.add(text.toString());
        }
        return addresses;
    }

    /** Lines that stand nowhere as a whole, and refuse to be read as a whole. */
    private record Lines(int count) implements MailContent {
        private static final byte[] LINE = "line\r\n".getBytes(StandardCharsets.US_ASCII);

        @Override
        public long size() {
            return (long) count * LINE.length;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    return at == size() ? -1 : LINE[(int) (at++ % LINE.length)];
                }

                @Override
                public int read(byte[] octets, int offset, int length) {
                    int many = (int) Math.min(length, size() - at);
                    for (int i = 0; i < many; i++) {
                        octets[offset + i] = (byte) read();
                    }
                    return many == 0 ? -1 : many;
                }

                @Override
                public byte[] readAllBytes() {
                    throw new AssertionError("read as a whole");
                }
            };
        }
    }
}
