package org.postern.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueId;
import org.postern.queue.QueuedMail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

class TestLetterComposerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static QueuedMail to(String localPart) {
        return new TestLetterComposer(new Domain("gateway.example"), NoSignatures.SIGNER)
                .compose(new Mailbox(localPart, new Domain("two.example")), new QueueId("0123456789ABCDEF"), NOON);
    }

    @Test
    void isFromThePostmasterWhoHearsIfItFails() throws IOException {
        QueuedMail mail = to("bob");
        assertThat(mail.message().envelope().reversePath().address()).isEqualTo("postmaster@gateway.example");
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        mail.message().content().writeTo(octets);
        assertThat(octets.toString(StandardCharsets.UTF_8))
                .contains("From: <postmaster@gateway.example>\r\n", "To: <bob@two.example>\r\n",
                        "Message-ID: <0123456789ABCDEF@gateway.example>\r\n", "Auto-Submitted: auto-generated\r\n");
    }

    @Test
    void reachesThoseWithAddressesInEveryScriptToo() {
        assertThat(to("b\u00f6b").message().envelope().parameters().get("SMTPUTF8")).isPresent();
        assertThat(to("bob").message().envelope().parameters().get("SMTPUTF8")).isEmpty();
    }
}
