package org.postern.content.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Octets that are counted against the budget as they pass. */
final class Counted extends InputStream {
    private final InputStream octets;
    private final Budget budget;
    private final boolean packed;
    private boolean failed;

    /** @param packed whether they are as they came in the message, and not unpacked */
    Counted(InputStream octets, Budget budget, boolean packed) {
        this.octets = octets;
        this.budget = budget;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = readOrFail(target, offset, length);
        if (read > 0 && packed) {
            budget.takePacked(read);
        } else if (read > 0) {
            budget.takeUnpacked(read);
        }
        return read;
    }

    private int readOrFail(byte[] target, int offset, int length) throws IOException {
        try {
            return octets.read(target, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    /** {@return whether it was the octets themselves that could not be read} */
    boolean isFailed() {
        return failed;
    }
}
