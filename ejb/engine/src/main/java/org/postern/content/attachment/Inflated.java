package org.postern.content.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What deflated octets inflate to; takes no octet more than belongs to them. */
final class Inflated extends InputStream {
    private final Octets octets;
    private final Inflater inflater = new Inflater(true);
    private long packed;
    private long unpacked;

    Inflated(Octets octets) {
        this.octets = octets;
    }

    /** {@return octets that were inflated} */
    long packed() {
        return packed;
    }

    /** {@return what they were inflated to} */
    long unpacked() {
        return unpacked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            while (length > 0 && !inflater.finished()) {
                if (!octets.fill()) {
                    throw new EOFException();
                }
                int available = octets.end() - octets.at();
                inflater.setInput(octets.buffer(), octets.at(), available);
                int inflated = inflater.inflate(target, offset, length);
                int taken = available - inflater.getRemaining();
                octets.skip(taken);
                packed += taken;
                unpacked += inflated;
                if (inflated > 0) {
                    return inflated;
                }
                if (taken == 0 && !inflater.finished()) {
                    throw new Archive.NonsenseException("deflated with a dictionary");
                }
            }
            return length == 0 ? 0 : -1;
        } catch (DataFormatException e) {
            throw new Archive.NonsenseException("not deflated: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
