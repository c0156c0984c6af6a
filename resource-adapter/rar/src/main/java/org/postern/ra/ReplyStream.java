package org.postern.ra;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects replies and sends them together when the session flushes, so that a client that pipelines gets one segment (RFC 2920,
 * 3.2). More than it has room for is sent early.
 */
final class ReplyStream extends OutputStream {
    private static final int ROOM = 2048;
    /** Enough for a greeting; sessions that idle before they have said anything cost no more. */
    private static final int FIRST_ROOM = 256;

    private final Way client;
    private final SessionDeadlines deadlines;
    private byte[] collected = new byte[FIRST_ROOM];
    private int used;
    private boolean replied;

    /** Where octets go to. */
    @FunctionalInterface
    interface Way {
        void write(byte[] octets, int offset, int length) throws IOException;
    }

    ReplyStream(Way client, SessionDeadlines deadlines) {
        this.client = client;
        this.deadlines = deadlines;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[]{(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        replied = true;
        if (length > ROOM - used) {
            flush();
        }
        if (length > ROOM) {
            send(octets, offset, length);
        } else {
            if (length > collected.length - used) {
                collected = Arrays.copyOf(collected, Math.min(ROOM, 2 * (used + length)));
            }
            System.arraycopy(octets, offset, collected, used, length);
            used += length;
        }
    }

    @Override
    public void flush() throws IOException {
        if (used > 0) {
            int length = used;
            used = 0;
            send(collected, 0, length);
        }
    }

    private void send(byte[] octets, int offset, int length) throws IOException {
        deadlines.writing();
        client.write(octets, offset, length);
        deadlines.working();
    }

    /** {@return whether anything was answered since the last time this was asked} */
    boolean repliedSince() {
        boolean answer = replied;
        replied = false;
        return answer;
    }
}
