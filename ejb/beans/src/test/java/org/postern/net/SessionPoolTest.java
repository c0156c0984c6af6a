package org.postern.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.delivery.OutboundSession;
import org.postern.delivery.OutboundSessions.Connected;
import org.postern.delivery.OutboundSessions.Open;
import org.postern.delivery.OutboundSessions.Unreachable;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.TlsDemand;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.routing.Destination;
import org.postern.smtp.client.Outcome;
import org.postern.smtp.client.Timeouts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

class SessionPoolTest {
    private static final Destination EXAMPLE = new Destination.MailExchangers(new Domain("example.net"));
    private static final Destination OTHER = new Destination.MailExchangers(new Domain("other.example"));
    private static final Destination RELAY = new Destination.NextHost("mx.example.net", 25);
    private static final TlsDemand MAY = new TlsDemand.May();
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final MailServer remote = new MailServer();
    private final NextServer server = server(remote.port());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final SessionPool pool = pool(Duration.ofSeconds(5));

    SessionPoolTest() throws IOException {
        // for the server, which opens a socket
    }

    private static NextServer server(int port) {
        return new NextServer("mx.example.net", InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private SessionPool pool(Duration timeout) {
        SessionPool.Settings settings = new SessionPool.Settings("gateway.example.org", timeout, Timeouts.all(timeout),
                IDLE, 3, Duration.ofMinutes(5), Optional.empty());
        return new SessionPool(settings, new Logins(List.of(), now::get), now::get, Runnable::run);
    }

    @AfterEach
    void close() throws IOException {
        pool.stop();
        remote.close();
    }

    private OutboundSession open(Destination destination) {
        return ((Open) pool.connect(destination, List.of(server), MAY)).session();
    }

    private static Outcome send(OutboundSession session, String content) {
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE,
                List.of(Recipient.of(new Mailbox("x", new Domain("example.net")))));
        return session.client().send(envelope, Content.of(content.getBytes(StandardCharsets.US_ASCII))).getFirst();
    }

    @Test
    void sendsOverASession() {
        assertThat(send(open(EXAMPLE), "text\r\n")).isInstanceOf(Outcome.Accepted.class);
        assertThat(remote.connections.getFirst()).containsExactly("EHLO gateway.example.org", "MAIL FROM:<>",
                "RCPT TO:<x@example.net>", "DATA", "text", ".");
    }

    @Test
    void keepsASessionForTheNextMessageToTheSameDestination() {
        pool.release(open(EXAMPLE));
        assertThat(open(EXAMPLE).isReused()).isTrue();
        assertThat(remote.connections).hasSize(1);
        assertThat(open(EXAMPLE).isReused()).isFalse();
    }

    @Test
    void keepsASessionForAnotherDestinationOnTheSameServer() {
        pool.release(open(EXAMPLE));
        assertThat(open(OTHER).isReused()).isTrue();
        assertThat(remote.connections).hasSize(1);
    }

    @Test
    void lendsNoSessionToADestinationOfAnotherKindAtTheSameServer() {
        OutboundSession ofExchanger = open(EXAMPLE);
        OutboundSession ofRelay = open(RELAY);
        assertThat(remote.connections).hasSize(2);
        pool.release(ofExchanger);
        pool.release(ofRelay);
        assertThat(open(EXAMPLE).client()).isSameAs(ofExchanger.client());
        assertThat(open(EXAMPLE).isReused()).isFalse();
        assertThat(open(RELAY).client()).isSameAs(ofRelay.client());
    }

    @Test
    void givesUpNoOtherAddressWhereOneFailsOnlyAtTheSecondConnection() throws Exception {
        try (ServerSocket fickle = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            NextServer first = server(fickle.getLocalPort());
            Thread.ofVirtual().start(() -> spoilTlsOnce(fickle));
            Connected connected = pool.connect(EXAMPLE, List.of(first, server), MAY);
            assertThat(((Unreachable) connected).server()).isEqualTo(first);
        }
    }

    @Test
    void goesOnInTheClearWhereTheServerClosesAtStarttls() throws Exception {
        try (ServerSocket fickle = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> closeAtStarttls(fickle));
            Connected connected = pool.connect(EXAMPLE, List.of(server(fickle.getLocalPort())), MAY);
            assertThat(((Open) connected).session().protection().tls()).isEmpty();
            assertThat(((Open) connected).session().protection().failure().orElseThrow())
                    .contains("the server closed the connection");
        }
    }

    private static void closeAtStarttls(ServerSocket fickle) {
        for (int i = 0; i < 2; i++) {
            try (Socket socket = fickle.accept()) {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                say(socket, "220 mx.example.net");
                in.readLine();
                say(socket, "250-mx.example.net", "250 STARTTLS");
                in.readLine();
            } catch (IOException over) {
                assertThat(fickle.isClosed()).isTrue();
            }
        }
    }

    private static void spoilTlsOnce(ServerSocket fickle) {
        try (Socket socket = fickle.accept()) {
            fickle.close();
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            say(socket, "220 mx.example.net");
            in.readLine();
            say(socket, "250-mx.example.net", "250 STARTTLS");
            in.readLine();
            say(socket, "220 go");
            assertThat(in.read()).isNotNegative();
        } catch (IOException over) {
            assertThat(fickle.isClosed()).isTrue();
        }
    }

    private static void say(Socket socket, String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void doesNotKeepASessionThatBroke() throws IOException {
        OutboundSession session = open(EXAMPLE);
        remote.hangUp();
        assertThat(send(session, "text\r\n")).isInstanceOf(Outcome.Lost.class);
        pool.release(session);
        assertThat(remote.connections).hasSize(1);
        assertThat(open(EXAMPLE).isReused()).isFalse();
    }

    @Test
    void endsASessionThatHasCarriedEnough() {
        for (int i = 0; i < 3; i++) {
            pool.release(open(EXAMPLE));
        }
        assertThat(open(EXAMPLE).isReused()).isFalse();
        assertThat(remote.connections.getFirst()).endsWith("QUIT");
    }

    @Test
    void endsASessionThatIsOld() {
        OutboundSession session = open(EXAMPLE);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(6)));
        pool.release(session);
        assertThat(remote.connections).hasSize(1);
        assertThat(open(EXAMPLE).isReused()).isFalse();
    }

    @Test
    void endsASessionThatNobodyWants() throws InterruptedException {
        pool.release(open(EXAMPLE));
        pool.sweep();
        assertThat(remote.connections.getFirst()).doesNotContain("QUIT");
        now.updateAndGet(time -> time.plus(IDLE).plusSeconds(1));
        pool.sweep();
        assertThat(remote.farewell.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(open(EXAMPLE).isReused()).isFalse();
    }

    @Test
    void endsAllSessionsWhenItStops() {
        OutboundSession underWay = open(EXAMPLE);
        pool.release(open(EXAMPLE));
        pool.stop();
        pool.release(underWay);
        assertThat(remote.connections).allMatch(heard -> heard.contains("QUIT"));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        gone.close();
        Connected connected = pool.connect(EXAMPLE, List.of(server(gone.getLocalPort())), MAY);
        assertThat(((Unreachable) connected).reason().toString()).containsIgnoringCase("refused");
    }

    @Test
    void doesNotWaitForeverForAGreeting() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Connected connected = pool(Duration.ofMillis(50)).connect(EXAMPLE, List.of(server(silent.getLocalPort())),
                    MAY);
            assertThat(((Unreachable) connected).reason()).hasToString("no reply in time");
        }
    }
}
