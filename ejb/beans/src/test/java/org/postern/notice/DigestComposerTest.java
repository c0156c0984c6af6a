package org.postern.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.QuarantineKind;
import org.postern.digest.Digest;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueId;
import org.postern.queue.QueuedMail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

class DigestComposerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static String compose(String localPart, String subject) throws IOException {
        Digest digest = new Digest(new Mailbox(localPart, new Domain("two.example")), NOON,
                List.of(new Digest.Line(QuarantineKind.SPAM, subject, "ann@one.example", NOON, "TOKEN")), 0,
                URI.create("https://q.example"), NOON);
        QueuedMail mail = new DigestComposer(new Domain("gateway.example"), NoSignatures.SIGNER).compose(digest,
                new QueueId("0123456789ABCDEF"), NOON);
        assertThat(mail.message().envelope().reversePath().isNull()).isTrue();
        assertThat(mail.message().envelope().parameters().get("SMTPUTF8").isPresent())
                .isEqualTo(!localPart.equals("bob"));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        mail.message().content().writeTo(octets);
        return octets.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isALetterOfTheGatewaysThatNothingAnswers() throws IOException {
        String letter = compose("bob", "Pills f\u00fcr alle");
        assertThat(letter).contains("From: Quarantine <postmaster@gateway.example>\r\n", "To: <bob@two.example>\r\n",
                "Subject: One message in quarantine\r\n", "Message-ID: <0123456789ABCDEF@gateway.example>\r\n",
                "Auto-Submitted: auto-generated\r\n", "multipart/alternative", "text/plain", "text/html",
                "Pills f=C3=BCr alle");
        assertThat(letter.chars().allMatch(c -> c < 128)).isTrue();
        assertThat(letter.lines().mapToInt(String::length).max().orElse(0)).isLessThan(999);
        assertThat(letter.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void reachesThoseWithAddressesInEveryScriptToo() throws IOException {
        assertThat(compose("b\u00f6b", "x")).contains("To: <b\u00f6b@two.example>");
    }
}
