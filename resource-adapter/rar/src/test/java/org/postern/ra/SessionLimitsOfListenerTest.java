package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.receiver.Reason;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Three sessions, two of one client. */
class SessionLimitsOfListenerTest {
    @TempDir
    private Path spool;
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setMaxSessions("3");
            spec.setMaxSessionsPerClient("2");
        });
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Client greeted(String from) throws IOException {
        Client client = new Client(from, rig.port());
        assertThat(client.reply()).startsWith("220");
        return client;
    }

    private void refused(String from) throws IOException {
        try (Client client = new Client(from, rig.port())) {
            assertThat(client.reply()).matches("421 4.7.0 .* \\[ref [0-9A-Z]+]");
            assertThat(client.reply()).isEqualTo("EOF");
        }
    }

    @Test
    void oneClientCannotTakeAllSessions() throws IOException {
        try (Client first = greeted("127.0.0.1"); Client second = greeted("127.0.0.1")) {
            refused("127.0.0.1");
            greeted("127.0.0.2").close();
            assertThat(first.ask("NOOP")).startsWith("250");
            assertThat(second.ask("NOOP")).startsWith("250");
        }
        assertThat(rig.listener.counts().refusals()).isEqualTo(1);
        Eventually.is(() -> rig.inbox.refusals.stream()
                .anyMatch(told -> told.reason().equals(Reason.seen("maxSessionsPerClient is 2"))));
    }

    @Test
    void whoIsSilentGivesWayToANetworkWithFewerSessions() throws IOException {
        try (Client a = greeted("127.0.0.1"); Client b = greeted("127.0.0.1"); Client c = greeted("127.0.0.2")) {
            refused("127.0.0.4");
            Eventually.is(() -> rig.listener.idle() == 3);
            rig.pass(Duration.ofSeconds(5));
            assertThat(b.ask("NOOP")).startsWith("250");
            refused("127.0.0.2");
            greeted("127.0.0.4").close();
            assertThat(a.reply()).startsWith("421 4.7.0");
            assertThat(b.ask("NOOP")).startsWith("250");
            assertThat(c.ask("NOOP")).startsWith("250");
        }
    }

    @Test
    void whoIsSilentGivesWayBesideALargerNetworkThatSpeaks() throws IOException {
        rig.close();
        rig = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setMaxSessions("5");
            spec.setMaxSessionsPerClient("3");
        });
        try (Client a = greeted("127.0.0.1");
                Client b = greeted("127.0.0.1");
                Client c = greeted("127.0.0.1");
                Client d = greeted("127.0.0.2");
                Client e = greeted("127.0.0.2")) {
            Eventually.is(() -> rig.listener.idle() == 5);
            rig.pass(Duration.ofSeconds(5));
            for (Client client : List.of(a, b, c, e)) {
                assertThat(client.ask("NOOP")).startsWith("250");
            }
            greeted("127.0.0.4").close();
            assertThat(d.reply()).startsWith("421 4.7.0");
        }
    }

    @Test
    void eachNewcomerGetsThePlaceOfAnother() throws IOException {
        rig.close();
        rig = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setMaxSessions("4");
            spec.setMaxSessionsPerClient("4");
        });
        try (Client a = greeted("127.0.0.1");
                Client b = greeted("127.0.0.1");
                Client c = greeted("127.0.0.1");
                Client d = greeted("127.0.0.1")) {
            for (Client client : List.of(a, b, c, d)) {
                assertThat(client.ask("NOOP")).startsWith("250");
            }
            Eventually.is(() -> rig.listener.idle() == 4);
            rig.pass(Duration.ofSeconds(5));
            try (Client first = greeted("127.0.0.4"); Client second = greeted("127.0.0.5")) {
                for (Client client : List.of(first, second)) {
                    assertThat(client.ask("NOOP")).startsWith("250");
                }
            }
            assertThat(rig.listener.counts().refusals()).isZero();
        }
    }

    @Test
    void networksWithAboutAsManySessionsDoNotDriveOutEachOther() throws IOException {
        rig.close();
        rig = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setMaxSessions("4");
            spec.setMaxSessionsPerClient("3");
        });
        try (Client a = greeted("127.0.0.1");
                Client b = greeted("127.0.0.1");
                Client c = greeted("127.0.0.1");
                Client d = greeted("127.0.0.2")) {
            Eventually.is(() -> rig.listener.idle() == 4);
            rig.pass(Duration.ofSeconds(5));
            refused("127.0.0.2");
            for (Client client : List.of(a, b, c, d)) {
                assertThat(client.ask("NOOP")).startsWith("250");
            }
        }
    }

    @Test
    void thereIsALimitForAllTogether() throws IOException {
        try (Client a = greeted("127.0.0.1"); Client b = greeted("127.0.0.2"); Client c = greeted("127.0.0.3")) {
            refused("127.0.0.4");
            assertThat(a.ask("QUIT")).startsWith("221");
            assertThat(b.ask("NOOP")).startsWith("250");
            assertThat(c.ask("NOOP")).startsWith("250");
            Eventually.is(() -> rig.listener.going() == 2);
            greeted("127.0.0.4").close();
        }
    }
}
