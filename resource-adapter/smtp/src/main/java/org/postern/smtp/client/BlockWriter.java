package org.postern.smtp.client;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Octets on their way to a server, in blocks: what fits into one leaves in one write, with the last {@link #send}. */
final class BlockWriter extends OutputStream {
    /** The largest block handed to the transport at once, in octets. */
    static final int BLOCK = 32 * 1024;

    private final Dialogue dialogue;
    private final Duration blockLimit;
    private final byte[] block;
    private int used;

    /** Takes a block that holds this many octets, if one can. */
    BlockWriter(Dialogue dialogue, Duration blockLimit, long size) {
        this.dialogue = dialogue;
        this.blockLimit = blockLimit;
        this.block = new byte[Math.clamp(size, 1, BLOCK)];
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[]{(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (used == block.length) {
                send();
            }
            int count = Math.min(length - done, block.length - used);
            System.arraycopy(octets, offset + done, block, used, count);
            used += count;
            done += count;
        }
    }

    /** Sends what has been written so far. */
    void send() throws IOException {
        dialogue.write(block, used, blockLimit);
        used = 0;
    }
}
