package org.postern.smtp.client;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Writes content as DATA wants it: a dot at the start of a line doubled, and CRLF.CRLF at the end (RFC 5321, 4.5.2). What fits
 * into one block leaves in one write, final dot included.
 *
 * <p>A CR or LF that stands alone is never passed on, because another server may take it for the end of a line (RFC 5321, 2.3.8):
 * {@link BareLineEndException}, and the content must not be ended.
 */
final class DataWriter extends OutputStream {
    /** The largest block handed to the transport at once, in octets. */
    static final int BLOCK = 32 * 1024;

    private static final int ENDING = 5;

    private final Transport transport;
    private final Duration blockLimit;
    private final byte[] block;
    private int used;
    private boolean lineStart = true;
    private boolean afterCr;
    private boolean ended;

    /** Takes a block that holds content of this size, if one can. */
    DataWriter(Transport transport, Duration blockLimit, long size) {
        this.transport = transport;
        this.blockLimit = blockLimit;
        this.block = new byte[(int) Math.min(size + size / 32 + 64, BLOCK)];
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[]{(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        int copied = offset;
        for (int i = offset; i < offset + length; i++) {
            byte octet = octets[i];
            if (afterCr != (octet == '\n')) {
                throw new BareLineEndException();
            }
            if (lineStart && octet == '.') {
                put(octets, copied, i + 1 - copied);
                copied = i;
            }
            lineStart = octet == '\n';
            afterCr = octet == '\r';
        }
        put(octets, copied, offset + length - copied);
    }

    private void put(byte[] octets, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, block.length - used);
            System.arraycopy(octets, from, block, used, count);
            used += count;
            from += count;
            left -= count;
            if (left > 0) {
                send();
            }
        }
    }

    /** Ends the content: from here on, until the reply, nobody knows whether the server has it. */
    void end() throws IOException {
        if (afterCr) {
            throw new BareLineEndException();
        }
        if (block.length - used < ENDING) {
            send();
        }
        if (!lineStart) {
            append('\r', '\n');
        }
        append('.', '\r', '\n');
        ended = true;
        send();
    }

    private void append(int... octets) {
        for (int octet : octets) {
            block[used++] = (byte) octet;
        }
    }

    private void send() throws IOException {
        transport.within(blockLimit);
        transport.write(block, 0, used);
        used = 0;
    }

    /** {@return whether the final dot may have reached the server} */
    boolean isEnded() {
        return ended;
    }

    /** The content holds a CR or LF alone, and is therefore no content for DATA. */
    static final class BareLineEndException extends IOException {
        private static final long serialVersionUID = 1L;

        BareLineEndException() {
            super("a CR or LF stands alone in the content");
        }
    }
}
