package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class InquiryTest {
    private static final Envelope TO_POSTMASTER = new Envelope(ReversePath.NULL, Parameters.NONE,
            List.of(Recipient.of(Mailbox.postmaster(new Domain("example.net")))));

    private final List<String> heard = new ArrayList<>();

    /** Writes down what is said. */
    private final class Minutes implements Ear {
        @Override
        public void said(String line) {
            heard.add("> " + line);
        }

        @Override
        public void heard(String line) {
            heard.add("< " + line);
        }

        @Override
        public void secured(TlsSession session) {
            heard.add(session.protocol());
        }
    }

    private List<Outcome> ask(Optional<Login> login, StartTls tls, String... wire) {
        ScriptedTransport transport = new ScriptedTransport(List.of(wire));
        SmtpClient client = SmtpClient.inquiring(new OverheardTransport(transport, new Minutes()),
                "gateway.example.org", MailProtocol.SMTP, Timeouts.RFC5321);
        assertThat(client.open(tls, login)).isInstanceOf(Opening.Ready.class);
        List<Outcome> outcomes = client.send(TO_POSTMASTER, Content.of(new byte[100]));
        client.quit(Duration.ofSeconds(1));
        assertThat(transport.rest()).isEmpty();
        return outcomes;
    }

    @Test
    void handsNothingOverToAServerThatIsWilling() {
        assertThat(ask(Optional.empty(), StartTls.NEVER, "S: 220 mx.example.net", "C: EHLO gateway.example.org",
                "S: 250-mx.example.net", "S: 250-PIPELINING", "S: 250 SIZE", "C: MAIL FROM:<> SIZE=100",
                "S: 250 2.1.0 Ok", "C: RCPT TO:<postmaster@example.net>", "S: 250 2.1.5 Ok", "C: RSET", "S: 250 Ok",
                "C: QUIT", "S: 221 Bye")).singleElement().isInstanceOf(Outcome.Willing.class);
        assertThat(heard).contains("> MAIL FROM:<> SIZE=100", "< 250-PIPELINING", "> RSET", "< 221 Bye")
                .doesNotContain("> DATA");
    }

    @Test
    void saysWhatItWasRefused() {
        assertThat(ask(Optional.empty(), StartTls.NEVER, "S: 220 mx.example.net", "C: EHLO gateway.example.org",
                "S: 250 mx.example.net", "C: MAIL FROM:<>", "S: 250 Ok", "C: RCPT TO:<postmaster@example.net>",
                "S: 450 4.2.0 later", "C: RSET", "S: 250 Ok", "C: QUIT", "S: 221 Bye"))
                .singleElement()
                .extracting(one -> ((Outcome.Refused) one).step())
                .isEqualTo(Step.RCPT);
        assertThat(ask(Optional.empty(), StartTls.NEVER, "S: 220 mx.example.net", "C: EHLO gateway.example.org",
                "S: 250 mx.example.net", "C: MAIL FROM:<>", "S: 554 5.7.1 no reports", "C: RSET", "S: 250 Ok",
                "C: QUIT", "S: 221 Bye")).singleElement()
                .extracting(one -> ((Outcome.Refused) one).step())
                .isEqualTo(Step.MAIL);
    }

    @Test
    void isOverWhereTheServerCloses() {
        assertThat(ask(Optional.empty(), StartTls.NEVER, "S: 220 mx.example.net", "C: EHLO gateway.example.org",
                "S: 250 mx.example.net", "C: MAIL FROM:<>", "S: 421 4.3.2 closing")).singleElement()
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void tellsNoSecretOfALogin() throws IOException {
        OverheardTransport transport = over("C: AUTH PLAIN AGFsaWNlAHNlY3JldA==", "S: 334 VXNlcm5hbWU6", "C: c2VjcmV0",
                "S: 235 2.7.0 Welcome", "C: MAIL FROM:<>");
        say(transport, "AUTH PLAIN AGFsaWNlAHNlY3JldA==");
        hear(transport);
        say(transport, "c2VjcmV0");
        hear(transport);
        say(transport, "MAIL FROM:<>");
        assertThat(heard).containsExactly("> AUTH PLAIN …", "< 334 …", "> …", "< 235 2.7.0 Welcome", "> MAIL FROM:<>");
    }

    @Test
    void isNotTalkedIntoASecretByAServerThatAnswersTwice() throws IOException {
        OverheardTransport transport = over("C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6", "S: 250 done", "C: c2VjcmV0");
        say(transport, "AUTH LOGIN");
        hear(transport);
        say(transport, "c2VjcmV0");
        assertThat(heard).containsExactly("> AUTH LOGIN", "< 334 …", "< 250 done", "> …");
    }

    @Test
    void hearsNoMoreOfALineThanFits() throws IOException {
        hear(over("S: 220 " + "x".repeat(3000)));
        assertThat(heard).singleElement().asString().hasSize(OverheardTransport.LONGEST + 2);
    }

    private OverheardTransport over(String... wire) {
        return new OverheardTransport(new ScriptedTransport(List.of(wire)), new Minutes());
    }

    private static void hear(Transport transport) throws IOException {
        transport.read(new byte[4096], 0, 4096);
    }

    private static void say(Transport transport, String line) throws IOException {
        byte[] octets = (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
        transport.write(octets, 0, octets.length);
    }
}
