package org.postern.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.ReportedRecipient;
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
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

class NoticeComposerTest {
    private static final Instant ARRIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final NextServer SERVER = new NextServer("mx.example.net", InetAddress.ofLiteral("192.0.2.1"), 25);
    private static final Mailbox SENDER = new Mailbox("sender", new Domain("example.org"));
    private static final Mailbox X = new Mailbox("x", new Domain("example.net"));
    private static final Reply NEVER = Reply.of(550, "5.1.1", "no such user");
    private static final String MESSAGE = """
            Received: from client ([192.0.2.9])\r
             by gateway.example.org\r
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r
            Message-ID: <1@example.org>\r
            \r
            text\r
            """;

    private final NoticeComposer composer = new NoticeComposer(new Domain("gateway.example.org"), 2000,
            NoSignatures.SIGNER);

    private QueuedMail compose(String content, ReportedRecipient... failures) throws IOException {
        return compose(Map.of("ENVID", "a+2Bb"), content, failures);
    }

    private QueuedMail compose(Map<String, String> parameters, String content, ReportedRecipient... failures)
            throws IOException {
        Envelope envelope = new Envelope(ReversePath.of(SENDER), Parameters.of(parameters), List.of());
        Message about = new Message(new QueueId("0123456789ABCDEF"), envelope,
                Content.of(content.getBytes(StandardCharsets.ISO_8859_1)));
        return composer.compose(new DeliveryStatusNotice(new QueueId("FEDCBA9876543210"), SENDER, about, ARRIVED,
                ARRIVED.plusSeconds(60), List.of(failures)));
    }

    private static ReportedRecipient failed(Diagnosis diagnosis, boolean expired) {
        return new ReportedRecipient(Recipient.of(X), new Action.Failed(expired), diagnosis, ARRIVED.plusSeconds(59));
    }

    private static ReportedRecipient unknownUser() {
        return failed(new Diagnosis.Remote(SERVER, Reply.of(550, "5.1.1", "no such user")), false);
    }

    private static MimeMessage parsed(QueuedMail mail) throws Exception {
        try (InputStream octets = mail.message().content().open()) {
            return new MimeMessage(Session.getInstance(new Properties()), octets);
        }
    }

    private static String part(QueuedMail mail, int index) throws Exception {
        MimeMultipart report = (MimeMultipart) parsed(mail).getContent();
        try (InputStream octets = report.getBodyPart(index).getInputStream()) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void isAReportForTheSenderThatNeverCausesAnother() throws Exception {
        QueuedMail mail = compose(MESSAGE, unknownUser());
        Envelope envelope = mail.message().envelope();
        assertThat(envelope.reversePath().isNull()).isTrue();
        assertThat(envelope.recipients()).extracting(Recipient::mailbox).containsExactly(SENDER);
        MimeMessage letter = parsed(mail);
        assertThat(letter.getHeader("From", null)).isEqualTo("Mail Delivery <postmaster@gateway.example.org>");
        assertThat(letter.getHeader("To", null)).isEqualTo("<sender@example.org>");
        assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(letter.getHeader("In-Reply-To", null)).isEqualTo("<1@example.org>");
        assertThat(letter.getMessageID()).isEqualTo("<FEDCBA9876543210@gateway.example.org>");
        assertThat(letter.getSubject()).isEqualTo("Not delivered: Grüße");
        assertThat(letter.getContentType()).startsWith("multipart/report").contains("report-type=delivery-status");
    }

    @Test
    void saysToPeopleWhatHappenedAndWhatToDo() throws Exception {
        assertThat(part(compose(MESSAGE, unknownUser()), 0)).contains("Not delivered: <x@example.net>",
                "The server mx.example.net said:", "550 5.1.1 no such user", "Check the address",
                "Grüße",
                "0123456789ABCDEF");
    }

    @Test
    void saysToProgramsWhatHappened() throws Exception {
        assertThat(part(compose(MESSAGE, unknownUser()), 1)).isEqualTo("""
                Original-Envelope-Id: a+b\r
                Reporting-MTA: dns; gateway.example.org\r
                Received-From-MTA: dns; client\r
                Arrival-Date: Sun, 1 Mar 2026 12:00:00 +0000\r
                X-Postern-Queue-Id: 0123456789ABCDEF\r
                \r
                Final-Recipient: rfc822; x@example.net\r
                Action: failed\r
                Status: 5.1.1\r
                Remote-MTA: dns; mx.example.net\r
                Diagnostic-Code: smtp; 550 5.1.1 no such user\r
                Last-Attempt-Date: Sun, 1 Mar 2026 12:00:59 +0000\r
                """);
    }

    @Test
    void doesNotPutItsOwnWordsIntoTheMouthOfAServer() throws Exception {
        ReportedRecipient nobody = failed(
                new Diagnosis.Local(Optional.empty(), Reply.of(556, "5.1.10", "accepts no mail")), false);
        assertThat(part(compose(MESSAGE, nobody), 1)).contains("Diagnostic-Code: x-postern; 556 5.1.10 accepts no mail",
                "Status: 5.1.10").doesNotContain("Remote-MTA");
    }

    @Test
    void requiresTlsWhereTheMessageDidAndShowsNoneOfItsText() throws Exception {
        QueuedMail mail = compose(Map.of("REQUIRETLS", "", "RET", "FULL"), MESSAGE, unknownUser());
        assertThat(mail.message().envelope().parameters().get("REQUIRETLS")).isPresent();
        assertThat(part(mail, 2)).contains("Subject: ").doesNotContain("text");
        assertThat(part(mail, 0)).contains("header of your message");
    }

    @Test
    void writesNoLineThatIsLongerThanMailMayHave() throws Exception {
        QueuedMail mail = compose(MESSAGE,
                failed(new Diagnosis.Remote(SERVER, Reply.of(550, "5.1.1", "x".repeat(2000))), false));
        assertThat(new String(mail.message().content().open().readAllBytes(), StandardCharsets.ISO_8859_1).lines())
                .allMatch(line -> line.length() <= 998);
        assertThat(part(mail, 1).replace("\r\n ", "")).contains("x".repeat(2000));
    }

    @Test
    void showsNoMoreThanTheFirstLinesOfALongReply() throws Exception {
        Reply wordy = new Reply(550, Optional.empty(), Collections.nCopies(100, "no"));
        assertThat(part(compose(MESSAGE, failed(new Diagnosis.Remote(SERVER, wordy), false)), 0).lines()
                .filter("    550 no"::equals)).hasSize(10);
    }

    @Test
    void saysThatTheTimeIsOver() throws Exception {
        ReportedRecipient late = failed(new Diagnosis.Remote(SERVER, Reply.of(451, "4.7.1", "greylisted")), true);
        QueuedMail mail = compose(MESSAGE, late);
        assertThat(part(mail, 0)).contains("tried until its time was over", "greylisted");
        assertThat(part(mail, 1)).contains("Status: 4.4.7", "Diagnostic-Code: smtp; 451 4.7.1 greylisted");
    }

    @Test
    void namesTheRecipientThatTheSenderWrote() throws Exception {
        Recipient recipient = new Recipient(new ForwardPath(X),
                Parameters.of(Map.of("ORCPT", "rfc822;a+2Bb@example.com")));
        ReportedRecipient failure = new ReportedRecipient(recipient, new Action.Failed(false),
                unknownUser().diagnosis(), ARRIVED);
        assertThat(part(compose(MESSAGE, failure), 1)).contains("Original-Recipient: rfc822; a+b@example.com");
    }

    @Test
    void showsTheHeaderOfTheMessageAndNothingElseOfIt() throws Exception {
        String header = MESSAGE.substring(0, MESSAGE.indexOf("\r\n\r\n") + 2);
        assertThat(part(compose(MESSAGE, unknownUser()), 2)).isEqualTo(header);
    }

    @Test
    void showsALargeHeaderInPart() throws Exception {
        String line = "X-Long: " + "x".repeat(90) + "\r\n";
        String shown = part(compose(line.repeat(1000) + "\r\ntext\r\n", unknownUser()), 2);
        assertThat(shown.length()).isLessThanOrEqualTo(Original.MAX_HEADER_OCTETS).isGreaterThan(30_000);
        assertThat(shown).endsWith("x\r\n");
    }

    @Test
    void isSevenBitWhateverTheMessageHolds() throws IOException {
        QueuedMail mail = compose("Subject: Gr\u00fc\u00dfe\r\n\r\ntext\r\n", unknownUser());
        try (InputStream octets = mail.message().content().open()) {
            for (byte octet : octets.readAllBytes()) {
                assertThat(octet).isNotNegative();
            }
        }
    }

    private QueuedMail compose(String content, Map<String, String> mail, Recipient recipient, Action action,
            Reply reply)
            throws IOException {
        Envelope envelope = new Envelope(ReversePath.of(SENDER), Parameters.of(mail), List.of());
        Message about = new Message(new QueueId("0123456789ABCDEF"), envelope,
                Content.of(content.getBytes(StandardCharsets.UTF_8)));
        ReportedRecipient reported = new ReportedRecipient(recipient, action, new Diagnosis.Remote(SERVER, reply),
                ARRIVED);
        return composer
                .compose(new DeliveryStatusNotice(new QueueId("FEDCBA9876543210"), SENDER, about, ARRIVED, ARRIVED,
                        List.of(reported)));
    }

    @Test
    void warnsOfADelay() throws Exception {
        QueuedMail mail = compose(MESSAGE, Map.of(), Recipient.of(X), new Action.Delayed(ARRIVED.plusSeconds(86_400)),
                Reply.of(451, "4.7.1", "greylisted"));
        assertThat(parsed(mail).getSubject()).startsWith("Not delivered yet: ");
        assertThat(part(mail, 0)).contains("WARNING ONLY", "It is tried until Monday, 2 March 2026, 12:00 UTC");
        assertThat(part(mail, 1)).contains("Action: delayed", "Status: 4.7.1",
                "Will-Retry-Until: Mon, 2 Mar 2026 12:00:00 +0000");
    }

    @Test
    void saysWhereTheTrailEnds() throws Exception {
        QueuedMail mail = compose(MESSAGE, Map.of("RET", "FULL"), Recipient.of(X), new Action.Relayed(),
                Reply.of(250, "2.0.0", "queued"));
        assertThat(parsed(mail).getSubject()).startsWith("Passed on: ");
        assertThat(part(mail, 0)).contains("The server mx.example.net has taken it");
        assertThat(part(mail, 1)).contains("Action: relayed", "Status: 2.0.0");
        assertThat(parsed(mail).getContent()).isInstanceOfSatisfying(MimeMultipart.class,
                report -> assertThat(type(report, 2)).startsWith("text/rfc822-headers"));
    }

    private static String type(MimeMultipart report, int part) {
        try {
            return report.getBodyPart(part).getContentType();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void returnsTheWholeMessageOctetForOctetWhereThatIsWanted() throws Exception {
        QueuedMail mail = compose(MESSAGE + "\u00fc\r\n", Map.of("RET", "full", "BODY", "8BITMIME"), Recipient.of(X),
                new Action.Failed(false), NEVER);
        MimeMultipart report = (MimeMultipart) parsed(mail).getContent();
        assertThat(type(report, 2)).startsWith("message/rfc822");
        assertThat(mail.message().envelope().parameters().get("BODY")).contains("8BITMIME");
        try (InputStream octets = mail.message().content().open()) {
            assertThat(new String(octets.readAllBytes(), StandardCharsets.UTF_8)).contains(MESSAGE + "\u00fc\r\n");
        }
        assertThat(parsed(mail).getHeader("Content-Transfer-Encoding", null)).isEqualTo("8bit");
    }

    @Test
    void returnsTheHeaderOfWhatIsTooLarge() throws Exception {
        QueuedMail mail = compose(MESSAGE + "x".repeat(2000), Map.of("RET", "FULL"), Recipient.of(X),
                new Action.Failed(false), NEVER);
        assertThat(type((MimeMultipart) parsed(mail).getContent(), 2)).startsWith("text/rfc822-headers");
    }

    @Test
    void isInternationalForThoseWhoAre() throws Exception {
        Mailbox international = new Mailbox("j\u00f6rg", new Domain("example.net"));
        Recipient recipient = new Recipient(new ForwardPath(international),
                Parameters.of(Map.of("ORCPT", "utf-8;a\\x{FC}@example.com")));
        QueuedMail mail = compose("Subject: Gr\u00fc\u00dfe\r\n\r\ntext\r\n", Map.of("SMTPUTF8", ""), recipient,
                new Action.Failed(false), NEVER);
        MimeMultipart report = (MimeMultipart) parsed(mail).getContent();
        assertThat(parsed(mail).getContentType()).contains("report-type=global-delivery-status");
        assertThat(type(report, 1)).startsWith("message/global-delivery-status");
        assertThat(type(report, 2)).startsWith("message/global-headers");
        assertThat(part(mail, 1)).contains("Final-Recipient: utf-8; j\u00f6rg@example.net",
                "Original-Recipient: utf-8; a\u00fc@example.com");
        assertThat(part(mail, 2)).isEqualTo("Subject: Gr\u00fc\u00dfe\r\n");
        assertThat(mail.message().envelope().parameters().get("SMTPUTF8")).isPresent();
    }

    @Test
    void writesWhatIsInternationalInAsciiForThoseWhoAreNot() throws Exception {
        Recipient recipient = new Recipient(new ForwardPath(X),
                Parameters.of(Map.of("ORCPT", "utf-8;a\\x{FC}@example.com")));
        QueuedMail mail = compose(MESSAGE, Map.of(), recipient, new Action.Failed(false), NEVER);
        assertThat(part(mail, 1)).contains("Original-Recipient: utf-8; a\\x{FC}@example.com");
    }

    @Test
    void foldsWhatIsLong() throws Exception {
        ReportedRecipient failure = failed(
                new Diagnosis.Remote(SERVER, Reply.of(550, "5.7.1", "see the policy ".repeat(20).strip())), false);
        assertThat(part(compose(MESSAGE, failure), 1).lines()).allMatch(line -> line.length() <= 78);
    }
}
