package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.client.BytesInMemory;
import org.postern.smtp.wire.FutureRelease;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class SubmissionCodecTest {
    private static final SubmissionCodec.Limits LIMITS = new SubmissionCodec.Limits(200_000, 2,
            Optional.of(new FutureRelease(Duration.ofDays(1), () -> Instant.EPOCH)));
    private static final byte[] HELLO = "Subject: a\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path spool;

    @Test
    void eightBitContentSaysSoWhateverWasDeclared() throws Exception {
        byte[] content = "Subject: x\r\n\r\nbl\u00e5\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(decode(between("a@b.example", "c@d.example").with(content)).envelope().parameters().get("BODY"))
                .contains("8BITMIME");
        assertThat(decode(between("a@b.example", "c@d.example").with(HELLO)).envelope().parameters().get("BODY"))
                .isEmpty();
    }

    private Submitted decode(BytesInMemory message) throws JMSException, IOException, MalformedSubmissionException {
        return SubmissionCodec.decode(message.message(), LIMITS, spool).checked();
    }

    private void refuses(BytesInMemory message, String reason) {
        assertThatThrownBy(() -> decode(message)).isInstanceOf(MalformedSubmissionException.class)
                .hasMessageContaining(reason);
        assertThat(spool).isEmptyDirectory();
    }

    private static BytesInMemory between(String sender, String recipient) {
        return new BytesInMemory().with("postern_reversePath", sender).with("postern_recipient", recipient);
    }

    private static BytesInMemory enveloped(String envelope) {
        return new BytesInMemory().with("postern_envelope", envelope).with(HELLO);
    }

    @Test
    void takesAMessageBetweenTwoAddresses() throws JMSException, IOException, MalformedSubmissionException {
        Submitted submitted = decode(between("a@b.example", "c@d.example").with(HELLO));
        assertThat(submitted.envelope().reversePath()).hasToString("<a@b.example>");
        assertThat(submitted.envelope().recipients()).singleElement()
                .satisfies(r -> assertThat(r.mailbox()).hasToString("c@d.example"));
        assertThat(submitted.content().open()).hasBinaryContent(HELLO);
        assertThat(decode(between("", "c@d.example").with(HELLO)).envelope().reversePath().isNull()).isTrue();
    }

    @Test
    void takesAWholeEnvelope() throws JMSException, IOException, MalformedSubmissionException {
        Submitted submitted = decode(enveloped("MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d>\r\nRCPT TO:<e@f>\r\n"));
        assertThat(submitted.envelope().recipients()).hasSize(2);
    }

    @Test
    void refusesAnEnvelopeThatIsMissingOrBroken() {
        refuses(new BytesInMemory().with(HELLO), "neither postern_envelope nor both");
        refuses(between("a@b.example", "c d").with(HELLO), "postern_recipient: ");
        refuses(between("a", "c@d").with(HELLO), "postern_reversePath: ");
        refuses(enveloped("RCPT TO:<c@d>\r\n"), "postern_envelope: ");
    }

    /** Each part may be as long as it is, and the whole is longer than a path (RFC 5321, 4.5.3.1.3). */
    @Test
    void refusesAnAddressThatNoEnvelopeCanHold() {
        String endless = "a".repeat(64) + "@" + ("b".repeat(63) + ".").repeat(3) + "example";
        refuses(between("a@b.example", endless).with(HELLO), "Address too long");
        refuses(between(endless, "c@d").with(HELLO), "Address too long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {" ENVID= | | postern_envelope", " ENVID=a+b | | ENVID", " SIZE=1k | | SIZE",
            " SIZE=200001 | | SIZE is more", " BODY=9BIT | | BODY", " RET=ALL | | RET", " HOLDFOR=86401 | | HOLDFOR",
            " HOLDFOR=1 HOLDUNTIL=1970-01-01T00:00:01Z | | HOLDUNTIL", " MT-PRIORITY=10 | | MT-PRIORITY",
            " SMTPUTF8=yes | | SMTPUTF8", " FAST=1 | | MAIL knows no parameter FAST", "| ORCPT=nobody | ORCPT",
            "| ORCPT=rfc822;a+b | ORCPT", "| NOTIFY=ALWAYS | NOTIFY", "| RET=FULL | RCPT knows no parameter RET"})
    void refusesWhatAListenerRefuses(String mail, String rcpt, String reason) {
        refuses(enveloped("MAIL FROM:<a@b.example>" + text(mail) + "\r\nRCPT TO:<c@d>" + text(rcpt) + "\r\n"), reason);
    }

    private static String text(String parameters) {
        return parameters == null || parameters.isBlank() ? "" : " " + parameters.strip();
    }

    @Test
    void takesWhatAListenerTakes() throws Exception {
        String mail = "MAIL FROM:<a@b.example> SIZE=7 ENVID=q+2B1 RET=HDRS HOLDFOR=60 MT-PRIORITY=3";
        String rcpt = "RCPT TO:<c@d> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x@y.example";
        Submitted submitted = decode(enveloped(mail + "\r\n" + rcpt + "\r\n"));
        assertThat(submitted.envelope().parameters().get("ENVID")).contains("q+2B1");
    }

    @Test
    void refusesTooManyAndTooMuch() {
        refuses(enveloped("MAIL FROM:<>\r\n"), "1 to 2 recipients, not 0");
        refuses(enveloped("MAIL FROM:<>\r\nRCPT TO:<a@b>\r\nRCPT TO:<c@b>\r\nRCPT TO:<d@b>\r\n"), "recipients, not 3");
        refuses(between("", "c@d"), "octets, not 0");
        refuses(between("", "c@d").with(new byte[200_001]), "octets, not 200001");
    }

    @Test
    void refusesLinesThatAServerCouldReadInTwoWays() {
        refuses(between("", "c@d").with("a\nb\r\n".getBytes(StandardCharsets.US_ASCII)), "at octet 1");
        refuses(between("", "c@d").with("a\rb\r\n".getBytes(StandardCharsets.US_ASCII)), "at octet 2");
        refuses(between("", "c@d").with("a\u0000b\r\n".getBytes(StandardCharsets.US_ASCII)), "NUL at octet 1");
        refuses(between("", "c@d").with("a\r".getBytes(StandardCharsets.US_ASCII)), "CR without LF at the end");
        refuses(between("", "c@d").with("a".repeat(150_000).getBytes(StandardCharsets.US_ASCII)), "a line is longer");
    }

    @Test
    void endsTheLastLine() throws JMSException, IOException, MalformedSubmissionException {
        Submitted submitted = decode(between("", "c@d").with("a\r\nb".getBytes(StandardCharsets.US_ASCII)));
        assertThat(submitted.content().open()).hasContent("a\r\nb\r\n");
        assertThat(submitted.content().size()).isEqualTo(6);
    }

    @Test
    void leavesNothingInTheSpool() throws JMSException, IOException, MalformedSubmissionException {
        byte[] lines = "line\r\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        try (Submitted submitted = decode(between("", "c@d").with(lines))) {
            assertThat(submitted.content().open()).hasBinaryContent(lines);
        }
        assertThat(spool).isEmptyDirectory();
    }
}
