package org.postern.smtp.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A server that takes its time, on a clock of its own: each reply comes, and each block is read, after just so long. */
final class SlowTransport implements Transport {
    private final Deque<String> replies = new ArrayDeque<>();
    private final Duration reply;
    private Duration block = Duration.ZERO;
    private Duration limit = Duration.ZERO;
    private Duration passed = Duration.ZERO;

    SlowTransport(Duration reply, String... replies) {
        this.reply = reply;
        then(List.of(replies));
    }

    SlowTransport then(List<String> more) {
        replies.addAll(more);
        return this;
    }

    SlowTransport readingABlockIn(Duration time) {
        block = time;
        return this;
    }

    Duration passed() {
        return passed;
    }

    @Override
    public long ticks() {
        return passed.toNanos();
    }

    @Override
    public void within(Duration time) {
        limit = time;
    }

    private void take(Duration time) throws IOException {
        if (time.compareTo(limit) > 0) {
            passed = passed.plus(limit);
            throw new IOException("no reply in time");
        }
        passed = passed.plus(time);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        take(reply);
        byte[] octets = (replies.remove() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octets, 0, into, offset, octets.length);
        return octets.length;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (length == BlockWriter.BLOCK) {
            take(block);
        }
    }

    @Override
    public void close() {
        // nothing is open
    }
}
