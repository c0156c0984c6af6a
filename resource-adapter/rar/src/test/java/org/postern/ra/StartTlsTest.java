package org.postern.ra;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.ra.tls.Pair;
import org.postern.ra.tls.TlsClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.net.ssl.SSLSocket;

/** A session that goes on inside TLS (RFC 3207). */
class StartTlsTest {
    @TempDir
    private Path spool;
    @TempDir
    private Path keys;
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Client greeted() throws IOException {
        Client client = rig.connect();
        client.reply();
        client.ask("EHLO client.example");
        return client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void mailComesInsideTls(String version) throws IOException {
        try (Client client = greeted()) {
            assertThat(client.ask("STARTTLS")).startsWith("220");
            client.secure(new TlsClient().speaking(version));
            assertThat(client.ask("MAIL FROM:<a@client.example>")).as("EHLO is forgotten").startsWith("503");
            assertThat(client.ask("EHLO client.example")).startsWith("250");
            assertThat(client.ask("STARTTLS")).startsWith("50");
            client.ask("MAIL FROM:<a@client.example>");
            client.ask("RCPT TO:<b@test.example>");
            assertThat(client.ask("DATA")).startsWith("354");
            assertThat(client.ask("Subject: a\r\n\r\na\r\n.")).startsWith("250 2.6.0");
        }
        assertThat(rig.inbox.messages).containsExactly("Subject: a\r\n\r\na\r\n".getBytes(US_ASCII));
    }

    @Test
    void whatIsSentBehindStartTlsInTheClearIsNotRunInsideTls() throws IOException {
        try (Client client = greeted()) {
            client.send("STARTTLS\r\nEHLO injected.example\r\nMAIL FROM:<a@client.example>\r\n");
            assertThat(client.reply()).startsWith("5");
            assertThat(client.reply()).isEqualTo("EOF");
        }
        assertThat(rig.inbox.messages).isEmpty();
    }

    @Test
    void garbageInPlaceOfAHandshakeEndsThatSessionOnly() throws IOException {
        try (Client client = greeted()) {
            client.ask("STARTTLS");
            client.send("EHLO client.example\r\n");
            Eventually.is(() -> rig.listener.counts().handshakesFailed() == 1);
        }
        mailComesInsideTls("TLSv1.3");
    }

    @Test
    void aHandshakeThatDoesNotComeIsNotWaitedForLong() throws IOException {
        try (Client client = greeted()) {
            client.ask("STARTTLS");
            Eventually.is(() -> {
                rig.pass(Duration.ofSeconds(61));
                return rig.listener.going() == 0;
            });
        }
    }

    @Test
    void oldVersionsAreRefused() throws IOException {
        try (Client client = greeted()) {
            client.ask("STARTTLS");
            assertThatThrownBy(() -> client.secure(new TlsClient().speaking("TLSv1.1")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aListenerWithoutUsableKeysTakesMailInTheClear() throws IOException {
        rig.close();
        Path broken = Files.writeString(keys.resolve("broken.pem"), "no certificate");
        rig = new ListenerRig(spool, new Inbox(), spec -> spec.setTlsCertificate(broken.toString()));
        try (Client client = greeted()) {
            assertThat(client.ask("STARTTLS")).startsWith("5");
            assertThat(client.ask("MAIL FROM:<a@client.example>")).startsWith("250");
        }
    }

    @Test
    void theConfiguredCertificateIsShown() throws IOException {
        rig.close();
        Pair pair = Pair.of("mail.test.example");
        Path file = pair.writeTo(keys.resolve("server.pem"));
        rig = new ListenerRig(spool, new Inbox(), spec -> spec.setTlsCertificate(file.toString()));
        try (Client client = greeted()) {
            client.ask("STARTTLS");
            SSLSocket tls = client.secure(new TlsClient());
            assertThat(TlsClient.shownBy(tls)).isEqualTo(pair.certificate());
        }
    }
}
