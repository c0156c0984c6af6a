package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class AcceptorTest {
    private final TurnByTurn interval = new TurnByTurn();
    private final LinkedBlockingQueue<Socket> taken = new LinkedBlockingQueue<>();
    private Acceptor acceptor = on("127.0.0.1", ListenerSettings.ANY_FREE);

    private Acceptor on(String bind, int port) {
        return new Acceptor("mx", new ListenerSettings.Address(bind, port, 10), taken::add, interval);
    }

    @AfterEach
    void close() {
        acceptor.close();
    }

    private void expectConnection(String host, int port) throws IOException, InterruptedException {
        try (Socket client = new Socket(host, port); Socket server = taken.poll(10, TimeUnit.SECONDS)) {
            assertThat(server.getPort()).isEqualTo(client.getLocalPort());
        }
    }

    @Test
    void itHandsOverConnections() throws Exception {
        acceptor.start();
        expectConnection("127.0.0.1", acceptor.port().orElseThrow());
        expectConnection("127.0.0.1", acceptor.port().orElseThrow());
    }

    @Test
    void aTakerThatFailsOnceCostsOneConnectionOnly() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        acceptor = new Acceptor("mx", new ListenerSettings.Address("127.0.0.1", ListenerSettings.ANY_FREE, 10),
                socket -> {
                    if (failed.compareAndSet(false, true)) {
                        throw new IllegalStateException("once");
                    }
                    taken.add(socket);
                }, interval);
        acceptor.start();
        try (Client refused = new Client(acceptor.port().orElseThrow())) {
            assertThat(refused.reply()).isEqualTo("EOF");
        }
        expectConnection("127.0.0.1", acceptor.port().orElseThrow());
    }

    @Test
    void itListensOnIpv6() throws Exception {
        acceptor = on("::1", ListenerSettings.ANY_FREE);
        acceptor.start();
        expectConnection("::1", acceptor.port().orElseThrow());
    }

    @Test
    void itListensOnEveryAddress() throws Exception {
        acceptor = on("::", ListenerSettings.ANY_FREE);
        acceptor.start();
        expectConnection("127.0.0.1", acceptor.port().orElseThrow());
        expectConnection("::1", acceptor.port().orElseThrow());
    }

    @Test
    void aPortInUseIsTriedAgainWithLongerWaitsUntilItIsFree() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            acceptor = on("127.0.0.1", other.getLocalPort());
            assertThatCode(acceptor::start).doesNotThrowAnyException();
            assertThat(acceptor.port()).isEmpty();
            assertThat(acceptor.lastError()).contains("in use");
            for (int seconds : new int[]{1, 2, 4, 8, 16, 30}) {
                assertThat(interval.nextWait()).isEqualTo(Duration.ofSeconds(seconds));
                interval.go();
            }
            assertThat(interval.nextWait()).isEqualTo(Duration.ofSeconds(30));
        }
        interval.go();
        Eventually.is(() -> acceptor.port().isPresent());
        expectConnection("127.0.0.1", acceptor.port().orElseThrow());
    }

    @Test
    void anAddressThatIsNotOursIsNoReasonToFail() throws Exception {
        acceptor = on("192.0.2.1", 2525);
        assertThatCode(acceptor::start).doesNotThrowAnyException();
        assertThat(interval.nextWait()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void closingFreesThePortAtOnce() throws Exception {
        acceptor.start();
        int port = acceptor.port().orElseThrow();
        assertThat(acceptor.close()).isTrue();
        assertThat(acceptor.close()).as("a second time").isFalse();
        try (ServerSocket next = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(next.isBound()).isTrue();
        }
    }

    @Test
    void closingEndsTheTrying() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            acceptor = on("127.0.0.1", other.getLocalPort());
            acceptor.start();
            interval.nextWait();
            assertThat(acceptor.close()).isFalse();
        }
        assertThat(acceptor.port()).isEmpty();
    }
}
