package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class SlowServersTest {
    private static final Duration ALMOST_TOO_LONG = Duration.ofMinutes(4);

    private static SmtpClient client(SlowTransport server, MailProtocol protocol) {
        return new SmtpClient(server, "gateway.example.org", protocol, Timeouts.RFC5321);
    }

    private static SmtpClient ready(SlowTransport server, MailProtocol protocol) {
        SmtpClient client = client(server, protocol);
        assertThat(client.open()).isInstanceOf(Opening.Ready.class);
        return client;
    }

    private static Envelope to(int recipients) {
        return new Envelope(ReversePath.NULL, Parameters.NONE, IntStream.range(0, recipients)
                .mapToObj(i -> Recipient.of(new Mailbox("r" + i, new Domain("example.net"))))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 hi", "250-hi\r\n250 PIPELINING"})
    void handsOnForThoseWhomOneHasTakenThatIsTooSlowForAll(String ehlo) {
        SlowTransport server = new SlowTransport(Duration.ofSeconds(12), "220 hi", ehlo, "250 from", "550 5.1.1 nobody")
                .then(Collections.nCopies(79, "250 to"))
                .then(List.of("354 go", "250 taken"));
        SmtpClient client = ready(server, MailProtocol.SMTP);
        List<Outcome> outcomes = client.send(to(100), Content.of(new byte[0]));

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.subList(1, 80)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
        assertThat(outcomes.subList(80, 100)).containsOnly(new Outcome.Unasked());
        assertThat(client.isUsable()).isTrue();
    }

    @Test
    void leavesOneThatTakesItsTimeWithEveryRecipientAndTakesNone() {
        SlowTransport server = new SlowTransport(ALMOST_TOO_LONG, "220 hi", "250 hi", "250 from")
                .then(Collections.nCopies(100, "450 4.2.1 later"));
        SmtpClient client = ready(server, MailProtocol.SMTP);
        List<Outcome> outcomes = client.send(to(100), Content.of(new byte[0]));

        assertThat(outcomes.subList(0, 3)).allMatch(outcome -> outcome instanceof Outcome.Refused);
        assertThat(outcomes.subList(3, 100)).containsOnly(new Outcome.Lost(Step.RCPT,
                "the server is too slow: the transaction took more than 1100 s in all"));
        assertThat(server.passed()).isLessThan(Duration.ofMinutes(27));
        assertThat(client.isUsable()).isFalse();
    }

    @Test
    void leavesOneThatReadsTheContentBlockByBlock() {
        SlowTransport server = new SlowTransport(Duration.ZERO, "220 hi", "250 hi", "250 from", "250 to", "354 go")
                .readingABlockIn(Duration.ofMinutes(2));
        Content tenMegabytes = Content
                .of("x".repeat(80).concat("\r\n").repeat(122_000).getBytes(StandardCharsets.US_ASCII));

        assertThat(ready(server, MailProtocol.SMTP).send(to(1), tenMegabytes)).containsExactly(new Outcome.Lost(
                Step.CONTENT, "the server is too slow: the transaction took more than 3106 s in all"));
        assertThat(server.passed()).isLessThan(Duration.ofMinutes(52));
    }

    @Test
    void waitsForTheReplyToTheContentHoweverLongAllElseTook() {
        SlowTransport server = new SlowTransport(Duration.ofMinutes(2), "220 hi", "250 hi", "250 from", "250 to",
                "250 to", "250 to", "354 go", "250 taken");
        assertThat(ready(server, MailProtocol.SMTP).send(to(3), Content.of(new byte[0])))
                .allMatch(outcome -> outcome instanceof Outcome.Accepted);
    }

    @Test
    void leavesOneThatTakesItsTimeWithTheReplyForEveryRecipient() {
        Duration each = Duration.ofSeconds(100);
        SlowTransport server = new SlowTransport(each, "220 hi", "250 hi", "250 from")
                .then(Collections.nCopies(6, "250 to"))
                .then(List.of("354 go"))
                .then(Collections.nCopies(7, "250 taken"));
        Timeouts quick = new Timeouts(each, each, each, each, each, each, each.multipliedBy(3),
                new Patience(Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(5), 1000));
        SmtpClient client = new SmtpClient(server, "gateway.example.org", MailProtocol.LMTP, quick);
        client.open();
        List<Outcome> outcomes = client.send(to(6), Content.of(new byte[0]));

        assertThat(outcomes.subList(0, 3)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
        assertThat(outcomes.subList(3, 6)).containsOnly(new Outcome.InDoubt(
                "the server is too slow: the replies to the content took more than 330 s in all"));
    }

    @Test
    void leavesOneThatTakesItsTimeToBegin() {
        SlowTransport server = new SlowTransport(ALMOST_TOO_LONG, "220 hi", "500 what", "250 hi");
        assertThat(client(server, MailProtocol.SMTP).open()).isEqualTo(new Opening.Lost(Step.HELO,
                "the server is too slow: the opening of the session took more than 600 s in all"));
    }

    @Test
    void beginsNoOtherTransactionWithOneThatHasTakenTooLong() {
        SlowTransport server = new SlowTransport(Duration.ZERO, "220 hi", "250 hi", "250 from")
                .then(Collections.nCopies(100, "250 to"))
                .then(List.of("354 go", "250 taken"));
        List<Outcome> outcomes = ready(server, MailProtocol.SMTP).send(to(1000), Content.of(new byte[0]), () -> false);

        assertThat(outcomes.subList(0, 100)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
        assertThat(outcomes.subList(100, 1000)).containsOnly(new Outcome.Unasked());
    }
}
