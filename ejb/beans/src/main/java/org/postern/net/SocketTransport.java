package org.postern.net;

import org.postern.delivery.NextServer;
import org.postern.smtp.client.Transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A TCP connection to a next server. Reading keeps its time limit by itself; writing, which Java cannot bound, is broken off by
 * {@link #closeIfOverdue}, which somebody has to call now and then.
 */
final class SocketTransport implements Transport {
    private static final long NANOS_PER_MILLI = 1_000_000;

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
        long millis = (end - System.nanoTime()) / NANOS_PER_MILLI;
        if (millis <= 0) {
            throw new SocketTimeoutException("no reply in time");
        }
        socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
        try {
            return in.read(into, offset, length);
        } catch (SocketTimeoutException e) {
            throw new SocketTimeoutException("no reply in time");
        }
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
