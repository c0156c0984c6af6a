package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.ra.tls.TlsClient;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Clients that go on sending when the server has said its last: they hear it, and then the end, not a reset. */
class LastWordsTest {
    /** More than the system takes of a client before the server does. */
    private static final String FLOOD = "FOO\r\n".repeat(4_000_000);

    @TempDir
    private Path spool;
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setMaxErrors("5");
            spec.setMaxSessions("1");
            spec.setMaxMessageSize("4000000");
            spec.setMemoryThreshold("0");
            spec.setDrainTimeout("0");
        });
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** {@return the last reply before the end} */
    private static String last(Client client) throws IOException {
        String last = "";
        String reply = client.reply();
        while (!reply.equals("EOF")) {
            last = reply;
            reply = client.reply();
        }
        return last;
    }

    @Test
    void aPipelinedFloodHearsThatItIsTooMuch() throws IOException {
        try (Client client = rig.connect()) {
            client.reply();
            client.send(FLOOD);
            assertThat(last(client)).startsWith("421 4.7.0");
        }
    }

    @Test
    void soDoesOneInsideTls() throws IOException {
        try (Client client = rig.connect()) {
            client.reply();
            client.ask("EHLO client.example");
            client.ask("STARTTLS");
            client.secure(new TlsClient());
            client.send(FLOOD);
            assertThat(last(client)).startsWith("421 4.7.0");
        }
    }

    @Test
    void whoTalksBeforeItIsRefusedHearsTheRefusal() throws IOException {
        try (Client only = rig.connect()) {
            only.reply();
            try (Client other = rig.connect()) {
                other.send(FLOOD);
                assertThat(last(other)).startsWith("421 4.7.0");
            }
        }
    }

    @Test
    void contentThatDoesNotEndHearsThatItIsTooLarge() throws IOException {
        try (Client client = rig.connect()) {
            client.untilData();
            client.sendContent(32_000_000);
            assertThat(last(client)).startsWith("552 5.3.4");
        }
    }

    @Test
    void contentThatIsCutOffHearsWhy() throws Exception {
        try (Client client = rig.connect()) {
            client.untilData();
            Thread sender = Thread.ofVirtual().start(() -> sendWithoutEnd(client));
            Eventually.is(() -> rig.listener.sessionList().stream().anyMatch(session -> session.octets() > 10_000));
            Thread suspension = Thread.ofVirtual().start(rig.listener::suspend);
            assertThat(client.reply()).startsWith("421 4.3.2");
            suspension.join(Duration.ofSeconds(10));
            client.reset();
            sender.join(Duration.ofSeconds(10));
        }
    }

    private static void sendWithoutEnd(Client client) {
        try {
            client.send("\r\n");
            while (true) {
                client.send("x\r\n");
            }
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }
    }
}
