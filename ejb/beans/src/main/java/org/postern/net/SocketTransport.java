package org.postern.net;

import org.postern.delivery.host.NextServer;
import org.postern.smtp.client.TlsSession;
import org.postern.smtp.client.Transport;
import org.postern.smtp.client.UnprovedException;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * A TCP connection to a next server, with TLS on it from {@link #secure} on. An interrupt of the thread ends reading soon, and
 * connecting before it begins; the thread stays interrupted.
 */
final class SocketTransport implements Transport {
    private final LimitedSocket socket;
    private final Handshake handshake;
    private volatile Socket top;
    private volatile Optional<TlsSession> tls = Optional.empty();
    private InputStream in;
    private OutputStream out;

    /** Makes TLS of a connection. Where the certificate is to blame it throws an {@link SSLPeerUnverifiedException}, or one of Java's own. */
    interface Handshake {
        ClientTls.Secured secure(Socket socket) throws IOException;
    }

    private SocketTransport(LimitedSocket socket, Handshake handshake) throws IOException {
        this.socket = socket;
        this.handshake = handshake;
        this.top = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /**
     * {@return a connection just made}
     *
     * @throws IOException when nobody answers within the limit, or nobody listens
     */
    static SocketTransport connect(NextServer server, Duration limit, Handshake handshake) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(LimitedSocket.STOPPING);
        }
        LimitedSocket socket = new LimitedSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(server.address(), server.port()), Math.toIntExact(limit.toMillis()));
            return new SocketTransport(socket, handshake);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void within(Duration limit) {
        socket.within(limit);
    }

    @Override
    public long ticks() {
        return System.nanoTime();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return in.read(into, offset, length);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
    }

    @Override
    public void secure() throws IOException {
        ClientTls.Secured secured = secured();
        top = secured.socket();
        in = top.getInputStream();
        out = top.getOutputStream();
        tls = Optional.of(secured.session());
    }

    /** What the certificate is blamed for is told apart from a handshake that fails, and from authorities that cannot be read. */
    private ClientTls.Secured secured() throws IOException {
        try {
            return handshake.secure(socket);
        } catch (SSLPeerUnverifiedException unproved) {
            throw new UnprovedException(unproved.getMessage(), unproved);
        } catch (SSLException failed) {
            if (failed.getCause() instanceof CertificateException) {
                throw new UnprovedException(failed.getMessage(), failed);
            }
            throw failed;
        }
    }

    @Override
    public Optional<TlsSession> tls() {
        return tls;
    }

    /** Closes the connection if something is being written for longer than it may be. Called from other threads. */
    void closeIfOverdue() {
        closed(socket::closeIfOverdue);
    }

    @Override
    public void close() {
        if (!socket.isOverdue()) {
            closed(top::close);
        }
        closed(socket::close);
    }

    private static void closed(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            // It is closed as far as we are concerned; there is nobody to tell.
            Thread.onSpinWait();
        }
    }

    private interface Closing {
        void close() throws IOException;
    }
}
