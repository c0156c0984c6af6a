package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A listener whose endpoint is taken away and given back. */
class SuspensionTest {
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

    private void expectRefusal() throws IOException {
        try (Client client = rig.connect()) {
            assertThat(client.reply()).startsWith("421 4.3.2");
            assertThat(client.reply()).isEqualTo("EOF");
        }
    }

    private void expectGreeting() throws IOException {
        try (Client client = rig.connect()) {
            assertThat(client.reply()).startsWith("220");
        }
    }

    @Test
    void aSuspendedListenerKeepsItsPortAndAsksEverybodyToComeBack() throws IOException {
        rig.listener.suspend();
        assertThat(rig.listener.state()).isEqualTo(ListenerState.SUSPENDED);
        expectRefusal();
        rig.listener.suspend();
        expectRefusal();
    }

    @Test
    void itTakesSessionsAgainWhenItIsResumed() throws IOException {
        int port = rig.port();
        rig.listener.suspend();
        rig.listener.resume(rig.endpoints);
        assertThat(rig.listener.state()).isEqualTo(ListenerState.OPEN);
        assertThat(rig.port()).isEqualTo(port);
        expectGreeting();
    }

    @Test
    void idleSessionsAreEndedAtOnce() throws IOException {
        try (Client client = rig.connect()) {
            client.reply();
            client.ask("EHLO client.example");
            client.ask("MAIL FROM:<a@client.example>");
            rig.listener.suspend();
            assertThat(client.reply()).startsWith("421 4.3.2");
            assertThat(client.reply()).isEqualTo("EOF");
        }
        assertThat(rig.endpoints.out()).isZero();
    }

    @Test
    void aMessageThatIsArrivingMayFinish() throws Exception {
        try (Client client = rig.connect()) {
            client.untilData();
            client.send("Subject: half\r\n\r\n");
            Thread suspension = Thread.ofVirtual().start(rig.listener::suspend);
            Eventually.is(() -> rig.listener.state() == ListenerState.SUSPENDED);
            assertThat(client.ask("the other half\r\n.")).startsWith("250 2.6.0");
            assertThat(client.reply()).startsWith("421 4.3.2");
            suspension.join(Duration.ofSeconds(10));
        }
        assertThat(rig.inbox.messages).hasSize(1);
        assertThat(rig.endpoints.out()).as("no endpoint is used after the suspension").isZero();
    }

    @Test
    void aMessageThatIsBeingKeptIsAnsweredFirst() throws Exception {
        rig.inbox.holdMessages();
        try (Client client = rig.connect()) {
            client.untilData();
            client.send("Subject: a\r\n\r\n.\r\n");
            rig.inbox.arrived.await();
            Thread suspension = Thread.ofVirtual().start(rig.listener::suspend);
            Eventually.is(() -> rig.listener.state() == ListenerState.SUSPENDED);
            rig.inbox.letGo();
            assertThat(client.reply()).startsWith("250 2.6.0");
            assertThat(client.reply()).startsWith("421 4.3.2");
            suspension.join(Duration.ofSeconds(10));
        }
    }

    @Test
    void aMessageThatDoesNotFinishWithinTheDrainIsNotTaken() throws IOException {
        rig.close();
        rig = new ListenerRig(spool, new Inbox(), spec -> spec.setDrainTimeout("0"));
        try (Client client = rig.connect()) {
            client.untilData();
            client.send("Subject: half\r\n\r\n");
            rig.listener.suspend();
            assertThat(client.reply()).startsWith("421 4.3.2");
            assertThat(client.reply()).isEqualTo("EOF");
        }
        assertThat(rig.inbox.messages).isEmpty();
    }

    @Test
    void aPausedListenerOpensAgainByItself() throws IOException {
        rig.listener.pause();
        assertThat(rig.listener.state()).isEqualTo(ListenerState.SUSPENDED);
        expectRefusal();
        rig.pass(Duration.ofSeconds(30));
        assertThat(rig.listener.state()).isEqualTo(ListenerState.OPEN);
        expectGreeting();
    }

    @Test
    void aClosedListenerFreesItsPort() throws IOException {
        int port = rig.port();
        rig.listener.close();
        rig.listener.close();
        assertThat(rig.listener.state()).isEqualTo(ListenerState.CLOSED);
        rig = new ListenerRig(spool, new Inbox(), spec -> spec.setPort(String.valueOf(port)));
        expectGreeting();
    }
}
