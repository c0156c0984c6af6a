package org.postern.smtp.client;

import org.postern.smtp.wire.DotEncoder;
import org.postern.smtp.wire.Violation;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Writes content as DATA wants it, in blocks. What fits into one block leaves in one write, final dot included.
 */
final class DataWriter extends OutputStream {
    /** Room for the end of the content, and some dots. */
    private static final int ROOM = 64;

    private final BlockWriter blocks;
    private final DotEncoder encoder;

    /** Takes a block that holds content of this size, if one can. */
    DataWriter(Dialogue dialogue, Duration blockLimit, long size) {
        this.blocks = new BlockWriter(dialogue, blockLimit, size + size / 32 + ROOM);
        this.encoder = new DotEncoder(blocks::write);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[]{(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        encoder.write(octets, offset, length);
        check();
    }

    /** Ends the content: from here on, until the reply, nobody knows whether the server has it. */
    void end() throws IOException {
        encoder.end();
        check();
        blocks.send();
    }

    private void check() throws UnfitContentException {
        if (encoder.violation().isPresent()) {
            throw new UnfitContentException(encoder.violation().get());
        }
    }

    /** The content cannot follow DATA; it must not be ended, so the connection has to be. */
    static final class UnfitContentException extends IOException {
        private static final long serialVersionUID = 1L;

        private final Violation violation;

        UnfitContentException(Violation violation) {
            super(violation.text());
            this.violation = violation;
        }

        Violation violation() {
            return violation;
        }
    }
}
