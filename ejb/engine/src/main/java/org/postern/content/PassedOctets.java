package org.postern.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Octets that somebody else is shown as they are read, each once and in their order. */
public abstract class PassedOctets extends FilterInputStream {
    private static final int BLOCK = 8192;

    protected PassedOctets(InputStream octets) {
        super(octets);
    }

    /** Is shown the next octets; the array may be used for others afterwards. */
    protected abstract void passed(byte[] octets, int offset, int length);

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            passed(target, offset, read);
        }
        return read;
    }

    /** Nothing is passed over unread. */
    @Override
    public final long skip(long octets) throws IOException {
        return Math.max(read(new byte[Math.clamp(octets, 0, BLOCK)]), 0);
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
