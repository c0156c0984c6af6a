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
import org.postern.ra.tls.TlsClient;
import org.postern.receiver.TlsFacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A listener that speaks TLS from the first octet on. */
class ImplicitTlsTest {
    @TempDir
    private Path spool;
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool, new Inbox(), spec -> spec.setTls("implicit"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Client secured(String version) throws IOException {
        Client client = rig.connect();
        client.secure(new TlsClient().speaking(version));
        return client;
    }

    @Test
    void aMessageArrivesAndTheSessionKnowsOfItsTls() throws IOException {
        try (Client client = secured("TLSv1.3")) {
            assertThat(client.untilData()).startsWith("354");
            assertThat(client.ask("Subject: hello\r\n\r\nhello\r\n.")).startsWith("250 2.6.0");
            assertThat(client.ask("QUIT")).startsWith("221");
            assertThat(client.reply()).isEqualTo("EOF");
        }
        assertThat(rig.inbox.messages).containsExactly("Subject: hello\r\n\r\nhello\r\n".getBytes(US_ASCII));
        assertThat(rig.inbox.sessions.getFirst().tls().map(TlsFacts::protocol)).contains("TLSv1.3");
    }

    @Test
    void aLargeMessageArrivesWhole() throws IOException {
        byte[] line = ("x".repeat(76) + "\r\n").getBytes(US_ASCII);
        try (Client client = secured("TLSv1.2")) {
            client.untilData();
            client.send("\r\n");
            for (int i = 0; i < 20_000; i++) {
                client.send(line);
            }
            assertThat(client.ask(".")).startsWith("250 2.6.0");
        }
        assertThat(rig.inbox.messages.getFirst()).hasSize(2 + 20_000 * line.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whoIsTimedOutHearsSoInsideTls(String version) throws IOException {
        try (Client client = secured(version)) {
            client.reply();
            Eventually.is(() -> rig.listener.idle() == 1);
            rig.pass(Duration.ofMinutes(5));
            assertThat(client.reply()).startsWith("421 4.4.2");
            assertThat(client.reply()).isEqualTo("EOF");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whoIsThereWhenTheListenerIsSuspendedHearsSoInsideTls(String version) throws IOException {
        try (Client client = secured(version)) {
            client.reply();
            Eventually.is(() -> rig.listener.idle() == 1);
            rig.listener.suspend();
            assertThat(client.reply()).startsWith("421 4.3.2");
            assertThat(client.reply()).isEqualTo("EOF");
        }
    }

    @Test
    void aHandshakeThatDoesNotComeToAnEndIsCutOff() throws IOException {
        try (Client silent = rig.connect()) {
            silent.send(new byte[]{22, 3, 1, 2});
            Eventually.is(() -> rig.listener.going() == 1);
            Eventually.is(() -> {
                rig.pass(Duration.ofSeconds(61));
                return rig.listener.going() == 0;
            });
            assertThat(silent.reply()).isEqualTo("EOF");
        }
        assertThat(rig.inbox.sessions).as("no receiver has been asked").isEmpty();
    }

    @Test
    void whoSpeaksInTheClearIsNotHeard() throws IOException {
        try (Client client = rig.connect()) {
            client.send("EHLO client.example\r\nMAIL FROM:<a@client.example>\r\n");
            Eventually.is(() -> rig.listener.counts().handshakesFailed() == 1);
        }
        assertThat(rig.inbox.sessions).isEmpty();
        aMessageArrivesAndTheSessionKnowsOfItsTls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void oldVersionsAreRefused(String version) throws IOException {
        try (Client client = rig.connect()) {
            assertThatThrownBy(() -> client.secure(new TlsClient().speaking(version))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoComesWhileItIsSuspendedIsSentAwayWithoutAWord() throws IOException {
        rig.listener.suspend();
        try (Client client = rig.connect()) {
            assertThat(client.reply()).isEqualTo("EOF");
        }
    }
}
