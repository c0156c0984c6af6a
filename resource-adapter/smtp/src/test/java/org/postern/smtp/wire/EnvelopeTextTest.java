package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.util.List;
import java.util.Map;

class EnvelopeTextTest {
    private static Recipient recipient(String localPart, Parameters parameters) {
        return new Recipient(new ForwardPath(new Mailbox(localPart, new Domain("test.example"))), parameters);
    }

    @Test
    void readsWhatItHasWritten() {
        Envelope envelope = new Envelope(ReversePath.of(new Mailbox("\"a b\"", new Domain("[192.0.2.1]"))),
                Parameters.of(Map.of("BODY", "8BITMIME", "RET", "HDRS")),
                List.of(recipient("b", Parameters.of(Map.of("NOTIFY", "NEVER"))), recipient("c", Parameters.NONE)));
        String text = EnvelopeText.write(envelope);
        assertThat(text.lines()).containsExactly("MAIL FROM:<\"a b\"@[192.0.2.1]> BODY=8BITMIME RET=HDRS",
                "RCPT TO:<b@test.example> NOTIFY=NEVER", "RCPT TO:<c@test.example>");
        assertThat(EnvelopeText.parse(text).toOptional()).contains(envelope);
    }

    @Test
    void keepsTheNullReversePath() {
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, List.of());
        assertThat(EnvelopeText.parse(EnvelopeText.write(envelope)).toOptional()).contains(envelope);
    }

    @Test
    void keepsADomainThatWasToleratedOnReception() {
        String text = "MAIL FROM:<a@my_host.example>\r\n";
        assertThat(EnvelopeText.parse(text).toOptional()).map(EnvelopeText::write).contains(text);
    }

    @Test
    void keepsAddressesBeyondAscii() {
        Mailbox sender = new Mailbox("m\u00fcller", new Domain("b\u00fccher.example"));
        Envelope envelope = new Envelope(ReversePath.of(sender), Parameters.of(Map.of("SMTPUTF8", "")),
                List.of(recipient("\"\u20ac \ud83d\udcee\"", Parameters.of(Map.of("ORCPT", "utf-8;\u4f8b")))));
        assertThat(EnvelopeText.parse(EnvelopeText.write(envelope)).toOptional()).contains(envelope);
        Envelope report = new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(sender)));
        assertThat(EnvelopeText.parse(EnvelopeText.write(report)).toOptional()).contains(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RCPT TO:<a@b>\r\n", "MAIL FROM:<>\r\nMAIL FROM:<>\r\n", "MAIL FROM:<>",
            "MAIL FROM:<>\r\nQUIT\r\n", "MAIL FROM:<>\r\nRCPT TO:<a@b>\nRCPT TO:<c@d>\r\n", "MAIL FROM:<>\r\n\r\n",
            "MAIL FROM:<>\r\nRCPT TO:<postmaster>\r\n"})
    void refusesWhatIsNoEnvelope(String text) {
        assertThat(EnvelopeText.parse(text).toOptional()).isEmpty();
    }
}
