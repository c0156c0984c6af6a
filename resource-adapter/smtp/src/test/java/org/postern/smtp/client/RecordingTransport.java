package org.postern.smtp.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what it was given, a few octets at a time, and keeps what is written. */
final class RecordingTransport implements Transport {
    private final byte[] said;
    private final int step;
    private int at;
    final List<Integer> writes = new ArrayList<>();
    final ByteArrayOutputStream written = new ByteArrayOutputStream();

    RecordingTransport(String said, int step) {
        this.said = said.getBytes(StandardCharsets.UTF_8);
        this.step = step;
    }

    @Override
    public void within(Duration limit) {
        assert limit.isPositive();
    }

    @Override
    public long ticks() {
        return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = Math.min(Math.min(step, length), said.length - at);
        System.arraycopy(said, at, into, offset, count);
        at += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        writes.add(length);
        written.write(octets, offset, length);
    }

    @Override
    public void close() {
        // nothing is open
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
