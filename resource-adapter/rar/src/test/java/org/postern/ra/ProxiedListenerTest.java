package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.ra.tls.TlsClient;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** A listener behind a load balancer at 127.0.0.2. */
class ProxiedListenerTest {
    private static final String HEADER = "PROXY TCP4 192.0.2.1 192.0.2.2 40000 25\r\n";

    @TempDir
    private Path spool;
    private ListenerRig rig;

    private void open(Consumer<SmtpActivationSpec> change) {
        rig = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setProxyProtocol("true");
            spec.setProxies("127.0.0.2, 2001:db8::/32");
            change.accept(spec);
        });
    }

    private void open() {
        open(spec -> {
        });
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Client fromProxy() throws IOException {
        return new Client("127.0.0.2", rig.port());
    }

    @Test
    void theSessionIsThatOfTheClientBehindTheProxy() throws IOException {
        open();
        try (Client client = fromProxy()) {
            client.send(HEADER + "EHLO client.example\r\n");
            assertThat(client.reply()).startsWith("220");
            assertThat(client.reply()).startsWith("250");
        }
        assertThat(rig.inbox.sessions).singleElement().satisfies(facts -> {
            assertThat(facts.client().getAddress().getHostAddress()).isEqualTo("192.0.2.1");
            assertThat(facts.client().getPort()).isEqualTo(40_000);
            assertThat(facts.local().getPort()).isEqualTo(25);
        });
    }

    @Test
    void tlsBeginsBehindTheHeader() throws IOException {
        open(spec -> spec.setTls("implicit"));
        try (Client client = fromProxy()) {
            client.send(HEADER);
            client.secure(new TlsClient());
            assertThat(client.reply()).startsWith("220");
        }
        assertThat(rig.inbox.sessions.getFirst().client().getAddress().getHostAddress()).isEqualTo("192.0.2.1");
    }

    @Test
    void whoIsNoProxyIsNotServed() throws IOException {
        open();
        try (Client client = rig.connect()) {
            assertThat(client.reply()).isEqualTo("EOF");
        }
        assertThat(rig.inbox.sessions).isEmpty();
    }

    @Test
    void aProxyThatSaysNothingOfItsClientIsNotServed() throws IOException {
        open();
        try (Client client = fromProxy()) {
            client.send("EHLO client.example\r\n");
            assertThat(client.reply()).isEqualTo("EOF");
        }
        assertThat(rig.inbox.sessions).isEmpty();
    }

    @Test
    void aHeaderThatDoesNotComeIsNotWaitedForLong() throws IOException {
        open();
        try (Client client = fromProxy()) {
            client.send("PROXY TCP4");
            Eventually.is(() -> rig.listener.going() == 1);
            Eventually.is(() -> {
                rig.pass(Duration.ofSeconds(61));
                return rig.listener.going() == 0;
            });
            assertThat(client.reply()).isEqualTo("EOF");
        }
    }

    @Test
    void sessionsAreCountedByTheClientBehindTheProxy() throws IOException {
        open(spec -> spec.setMaxSessionsPerClient("1"));
        try (Client first = fromProxy(); Client second = fromProxy(); Client other = fromProxy()) {
            first.send(HEADER);
            assertThat(first.reply()).startsWith("220");
            second.send(HEADER);
            assertThat(second.reply()).startsWith("421 4.7.0");
            other.send(HEADER.replace("192.0.2.1", "192.0.2.9"));
            assertThat(other.reply()).startsWith("220");
        }
        Eventually.is(() -> !rig.inbox.refusals.isEmpty());
        assertThat(rig.inbox.refusals.getFirst().command()).isEqualTo("connect");
    }

    @Test
    void whoIsOneTooManyKeepsNoPlaceWhileItHearsSo() throws IOException {
        open(spec -> {
            spec.setMaxSessions("2");
            spec.setMaxSessionsPerClient("1");
        });
        try (Client first = fromProxy(); Client second = fromProxy()) {
            first.send(HEADER);
            assertThat(first.reply()).startsWith("220");
            second.send(HEADER);
            assertThat(second.reply()).startsWith("421 4.7.0");
            try (Client other = fromProxy()) {
                other.send(HEADER.replace("192.0.2.1", "192.0.2.9"));
                assertThat(other.reply()).startsWith("220");
            }
        }
    }

    @Test
    void whereTlsComesFirstItIsSentAwayWithoutAWord() throws IOException {
        open(spec -> {
            spec.setTls("implicit");
            spec.setMaxSessionsPerClient("1");
        });
        try (Client first = fromProxy(); Client second = fromProxy()) {
            first.send(HEADER);
            first.secure(new TlsClient());
            assertThat(first.reply()).startsWith("220");
            second.send(HEADER);
            assertThat(second.reply()).isEqualTo("EOF");
            Eventually.is(() -> rig.listener.going() == 1);
        }
    }

    @Test
    void aHealthCheckOfTheProxyIsASessionOfItsOwn() throws IOException {
        open();
        try (Client client = fromProxy()) {
            client.send("PROXY UNKNOWN\r\n");
            assertThat(client.reply()).startsWith("220");
        }
        assertThat(rig.inbox.sessions.getFirst().client().getAddress().getHostAddress()).isEqualTo("127.0.0.2");
    }
}
