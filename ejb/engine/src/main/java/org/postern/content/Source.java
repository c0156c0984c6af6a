package org.postern.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The octets of the message as they come: counts them, and remembers whether it was they that could not be read. */
final class Source extends InputStream {
    private final InputStream octets;
    private long count;
    private boolean failed;

    Source(InputStream octets) {
        this.octets = octets;
    }

    long count() {
        return count;
    }

    boolean isFailed() {
        return failed;
    }

    void drain() throws IOException {
        count += octets.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int read = octets.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }
}
