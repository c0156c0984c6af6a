package org.postern.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.delivery.host.NextServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class RaceTest {
    private static final NextServer DEAD = new NextServer("mx.example.net", InetAddress.ofLiteral("192.0.2.1"), 25);
    private static final NextServer SILENT = new NextServer("mx.example.net", InetAddress.ofLiteral("192.0.2.2"), 25);

    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    private final NextServer living = new NextServer("mx.example.net", InetAddress.ofLiteral("127.0.0.1"),
            listener.getLocalPort());
    private final CountDownLatch patience = new CountDownLatch(1);

    RaceTest() throws IOException {
        // for the server, which opens a socket
    }

    @AfterEach
    void close() throws IOException {
        patience.countDown();
        listener.close();
    }

    private SocketTransport connect(NextServer server) throws IOException {
        if (server.equals(DEAD)) {
            throw new IOException("Network is unreachable");
        }
        try {
            if (server.equals(SILENT) && patience.await(1, TimeUnit.MINUTES)) {
                throw new IOException("nobody answered");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return SocketTransport.connect(server, Duration.ofSeconds(5), socket -> {
            throw new IOException("no TLS");
        });
    }

    private NextServer winner(NextServer... servers) throws IOException {
        Race.Winner winner = new Race(this::connect).run(List.of(servers));
        winner.transport().close();
        return winner.server();
    }

    @Test
    void theFirstThatAnswersWins() throws IOException {
        assertThat(winner(living, DEAD)).isEqualTo(living);
        assertThat(winner(DEAD, living)).isEqualTo(living);
    }

    @Test
    void oneThatIsSilentHoldsUpNobody() throws IOException {
        assertThat(winner(SILENT, living)).isEqualTo(living);
        assertThat(patience.getCount()).isEqualTo(1);
    }

    @Test
    void allThatFailFail() {
        assertThatThrownBy(() -> winner(DEAD, DEAD)).hasMessage("Network is unreachable");
        assertThatThrownBy(() -> winner(DEAD)).hasMessage("Network is unreachable");
    }

    @Test
    void whatCannotBeConnectedToAtAllFailsToo() {
        NextServer wrong = new NextServer("mx.example.net", InetAddress.ofLiteral("127.0.0.1"), 99_999);
        assertThatThrownBy(() -> winner(wrong)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> winner(wrong, wrong)).isInstanceOf(IOException.class);
    }
}
