package org.postern.net;

import org.postern.delivery.NextServer;
import org.postern.smtp.client.Transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A TCP connection to a next server. Reading keeps its time limit by itself; writing, which Java cannot bound, is broken off by
 * {@link #closeIfOverdue}, which somebody has to call now and then. An interrupt of the thread ends the reading soon, and connecting
 * before it begins; the thread stays interrupted.
 */
final class SocketTransport implements Transport {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** How long an interrupt goes unnoticed: it does not reach a thread that reads from a socket. */
    private static final long SLICE_MILLIS = 500;
    private static final String STOPPING = "the gateway is stopping";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private volatile long end;
    private volatile boolean writing;

    private SocketTransport(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /**
     * {@return a connection just made}
     *
     * @throws IOException when nobody answers within the limit, or nobody listens
     */
    static SocketTransport connect(NextServer server, Duration limit) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(STOPPING);
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(server.address(), server.port()), Math.toIntExact(limit.toMillis()));
            return new SocketTransport(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void within(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            long millis = (end - System.nanoTime()) / NANOS_PER_MILLI;
            if (millis <= 0) {
                throw new SocketTimeoutException("no reply in time");
            }
            try {
                socket.setSoTimeout((int) Math.min(millis, SLICE_MILLIS));
                return in.read(into, offset, length);
            } catch (SocketTimeoutException slice) {
                // Nothing yet; the limit is looked at again.
            }
        }
        throw new InterruptedIOException(STOPPING);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        writing = true;
        try {
            out.write(octets, offset, length);
        } finally {
            writing = false;
        }
    }

    /** Closes the connection if something is being written for longer than it may be. Called from other threads. */
    void closeIfOverdue() {
        if (writing && System.nanoTime() - end > 0) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as we are concerned; there is nobody to tell.
            writing = false;
        }
    }
}
