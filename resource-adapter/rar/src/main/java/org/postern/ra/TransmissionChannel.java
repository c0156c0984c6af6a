package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import org.postern.ra.proxy.ProxyHeader;
import org.postern.ra.tls.ServerTls;
import org.postern.receiver.TlsFacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The way of octets between a client and its session (RFC 5321, 2.1): an accepted connection, in clear or inside TLS. One thread reads
 * and writes; others may {@link #wake} it, and {@link #cut} the connection.
 */
final class TransmissionChannel {
    private final Socket connection;
    private Socket way;
    private InputStream in;
    private OutputStream out;
    private volatile boolean woken;
    private volatile long received;

    TransmissionChannel(Socket connection) {
        this.connection = connection;
        this.way = connection;
        this.in = InputStream.nullInputStream();
        this.out = OutputStream.nullOutputStream();
    }

    /** To be called once, before anything is read or written. */
    void open() throws IOException {
        connection.setTcpNoDelay(true);
        lead(connection);
    }

    private void lead(Socket socket) throws IOException {
        way = socket;
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** {@return what the proxy says of the client; to be called before all other reading} */
    ProxyHeader proxyHeader() throws IOException {
        return ProxyHeader.read(in);
    }

    /** {@return how many octets came; -1 when no more come, or when somebody has woken us} */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread
    int read(byte[] target) throws IOException {
        try {
            int count = in.read(target, 0, target.length);
            received += Math.max(count, 0);
            return count;
        } catch (SocketTimeoutException wokenInsideTls) {
            LOG.tracef(wokenInsideTls, "A session inside TLS was woken");
            return -1;
        }
    }

    /**
     * {@return how many octets came within that time, in clear; where it is zero, of those that are there already} None where no more come, and
     * none inside TLS, where nobody looks.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread
    int early(byte[] target, Duration time) throws IOException {
        if (way != connection || (time.isZero() && !hasInput())) {
            return 0;
        }
        connection.setSoTimeout(Math.toIntExact(Math.max(1, time.toMillis())));
        try {
            int count = Math.max(0, in.read(target, 0, target.length));
            received += count;
            return count;
        } catch (SocketTimeoutException patient) {
            LOG.tracef(patient, "A client has waited for the greeting");
            return 0;
        } finally {
            connection.setSoTimeout(0);
        }
    }

    void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
    }

    /** Goes on inside TLS, once the handshake has succeeded. */
    TlsFacts secure(ServerTls tls) throws IOException {
        ServerTls.Secured secured = tls.secure(connection, () -> woken);
        lead(secured.socket());
        return secured.facts();
    }

    /** Makes a waiting read return. What is written afterwards still arrives. */
    void wake() {
        woken = true;
        try {
            connection.shutdownInput();
        } catch (IOException alreadyClosed) {
            LOG.tracef(alreadyClosed, "A connection was closed before it could be woken");
        }
    }

    /** Ends TLS, if there is any, and closes the connection when the last reply has had time to arrive; for the thread that writes. */
    void close() {
        if (way != connection) {
            close(way);
        }
        LastWords.await(connection);
        cut();
    }

    /** {@return whether octets have come that nobody has read yet} */
    boolean hasInput() {
        try {
            return connection.getInputStream().available() > 0;
        } catch (IOException closed) {
            LOG.tracef(closed, "A connection was closed before it was looked at");
            return false;
        }
    }

    /** Closes the connection without a word. */
    void cut() {
        close(connection);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debugf(e, "A connection could not be closed");
        }
    }

    /** {@return octets that came in, inside TLS or in clear} */
    long received() {
        return received;
    }
}
