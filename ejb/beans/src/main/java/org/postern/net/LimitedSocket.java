package org.postern.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A socket whose streams keep a time limit that spans many reads and writes, and notice an interrupt of the thread. What reads through
 * TLS reads through these streams, so the limit holds for a handshake as well. Writing, which Java cannot bound, is broken off by
 * {@link #closeIfOverdue}, which somebody has to call now and then.
 */
public final class LimitedSocket extends Socket {
    public static final String STOPPING = "the gateway is stopping";
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** How long an interrupt goes unnoticed: it does not reach a thread that reads from a socket. */
    private static final long SLICE_MILLIS = 500;

    private volatile long end;
    private volatile boolean writing;

    /** Starts a new time limit. */
    void within(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    /** Closes the connection if something is being written for longer than it may be. Called from other threads. */
    void closeIfOverdue() throws IOException {
        if (isOverdue()) {
            close();
        }
    }

    /** {@return whether something is being written for longer than it may be} */
    boolean isOverdue() {
        return writing && System.nanoTime() - end > 0;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new LimitedInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new LimitedOutput(super.getOutputStream());
    }

    private final class LimitedInput extends InputStream {
        private final InputStream in;

        LimitedInput(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (!Thread.currentThread().isInterrupted()) {
                long millis = (end - System.nanoTime()) / NANOS_PER_MILLI;
                if (millis <= 0) {
                    throw new SocketTimeoutException("no reply in time");
                }
                try {
                    setSoTimeout((int) Math.min(millis, SLICE_MILLIS));
                    return in.read(into, offset, length);
                } catch (SocketTimeoutException slice) {
                    // Nothing yet; the limit is looked at again.
                }
            }
            throw new InterruptedIOException(STOPPING);
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }

    private final class LimitedOutput extends OutputStream {
        private final OutputStream out;

        LimitedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[]{(byte) octet}, 0, 1);
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
    }
}
