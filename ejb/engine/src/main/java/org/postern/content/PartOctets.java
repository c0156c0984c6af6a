package org.postern.content;

import java.io.IOException;
import java.io.InputStream;

/** The decoded octets of one part: counts them, shows them to the text as they pass, and ends where they break off. */
final class PartOctets extends InputStream {
    private final InputStream decoded;
    private final Source source;
    private final TextGathering text;
    private long count;
    private boolean broken;

    PartOctets(InputStream decoded, Source source, TextGathering text) {
        this.decoded = decoded;
        this.source = source;
        this.text = text;
    }

    long count() {
        return count;
    }

    /** {@return whether they broke off} */
    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (broken) {
            return -1;
        }
        try {
            int read = decoded.read(target, offset, length);
            if (read > 0) {
                count += read;
                text.update(target, offset, read);
            }
            return read;
        } catch (IOException | RuntimeException e) {
            if (source.isFailed()) {
                throw e;
            }
            broken = true;
            return -1;
        }
    }
}
