package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Time is the test's: nothing here waits. */
class SlowClientTest {
    @TempDir
    private Path spool;
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static void expectTimeOut(Client client) throws IOException {
        assertThat(client.reply()).startsWith("421 4.4.2");
        assertThat(client.reply()).isEqualTo("EOF");
    }

    @Test
    void whoSaysNothingForFiveMinutesIsTimedOut() throws IOException {
        try (Client client = rig.connect()) {
            assertThat(client.ask("NOOP")).startsWith("220");
            assertThat(client.reply()).startsWith("250");
            Eventually.is(() -> rig.listener.idle() == 1);
            rig.pass(Duration.ofSeconds(299));
            assertThat(client.ask("NOOP")).startsWith("250");
            Eventually.is(() -> rig.listener.idle() == 1);
            rig.pass(Duration.ofMinutes(5));
            expectTimeOut(client);
        }
    }

    @Test
    void whoStopsWithinAMessageIsTimedOutAndDeliversNothing() throws IOException {
        try (Client client = rig.connect()) {
            assertThat(client.untilData()).startsWith("354");
            Eventually.is(() -> rig.listener.idle() == 1);
            rig.pass(Duration.ofMinutes(3));
            expectTimeOut(client);
        }
        assertThat(rig.inbox.messages).isEmpty();
    }

    @Test
    void whoDoesNotTakeItsRepliesIsCutOff() throws IOException {
        try (Client client = rig.connect()) {
            Thread talker = Thread.ofVirtual().start(() -> talkWithoutListening(client));
            Eventually.is(() -> {
                rig.pass(Duration.ofSeconds(61));
                return rig.listener.going() == 0;
            });
            talker.join(Duration.ofSeconds(10));
            assertThat(talker.isAlive()).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void talkWithoutListening(Client client) {
        String mail = "EHLO client.example\r\n" + "MAIL FROM:<a@client.example>\r\nRSET\r\n".repeat(1000);
        try {
            while (true) {
                client.send(mail);
            }
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }
    }
}
