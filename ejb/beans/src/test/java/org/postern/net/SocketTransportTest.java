package org.postern.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.postern.delivery.host.NextServer;
import org.postern.smtp.client.UnprovedException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

class SocketTransportTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static final SocketTransport.Handshake NO_TLS = socket -> {
        throw new IOException("no TLS");
    };

    private static SocketTransport connect(ServerSocket server) throws IOException {
        return SocketTransport.connect(new NextServer("mx.example.net", LOOPBACK, server.getLocalPort()),
                Duration.ofSeconds(5), NO_TLS);
    }

    @Test
    void doesNotWaitForAReplyBeyondItsTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
            SocketTransport transport = connect(silent);
            transport.within(Duration.ofMillis(20));
            assertThatThrownBy(() -> transport.read(new byte[1], 0, 1)).hasMessage("no reply in time");
            transport.close();
        }
    }

    @Test
    void stopsWaitingWhenTheGatewayStops() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
            SocketTransport transport = connect(silent);
            transport.within(Duration.ofMinutes(5));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> transport.read(new byte[1], 0, 1)).hasMessage("the gateway is stopping");
            assertThatThrownBy(() -> connect(silent)).hasMessage("the gateway is stopping");
            assertThat(Thread.interrupted()).isTrue();
            transport.close();
        }
    }

    private static IOException secured(IOException failure) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
            SocketTransport transport = SocketTransport.connect(
                    new NextServer("mx.example.net", LOOPBACK, silent.getLocalPort()), Duration.ofSeconds(5),
                    socket -> {
                        throw failure;
                    });
            IOException thrown = catchThrowableOfType(IOException.class, transport::secure);
            transport.close();
            return thrown;
        }
    }

    @Test
    void tellsACertificateThatDoesNotDoFromAHandshakeThatFails() throws IOException {
        CertificateException unknown = new CertificateException("no path to an authority");
        assertThat(secured(new SSLPeerUnverifiedException("for another name"))).isInstanceOf(UnprovedException.class);
        assertThat(secured(new SSLHandshakeException("no path", unknown))).isInstanceOf(UnprovedException.class);
        assertThat(secured(new SSLHandshakeException("closed"))).isNotInstanceOf(UnprovedException.class);
        assertThat(secured(new SocketTimeoutException("no reply in time"))).isNotInstanceOf(UnprovedException.class);
        assertThat(secured(new IOException("the authorities are of no use", unknown)))
                .isNotInstanceOf(UnprovedException.class);
    }

    @Test
    void givesUpWritingToAServerThatReadsNothing() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
            SocketTransport transport = connect(full);
            transport.within(Duration.ofMillis(20));
            CompletableFuture<IOException> failure = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    transport.write(new byte[64 * 1024 * 1024], 0, 64 * 1024 * 1024);
                } catch (IOException e) {
                    failure.complete(e);
                }
            });
            while (!failure.isDone()) {
                transport.closeIfOverdue();
                Thread.onSpinWait();
            }
            assertThat(failure).isCompleted();
        }
    }
}
