package org.postern.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The octets of a file that others may be reading, too: each stream has a position of its own, and none needs a lock. It keeps nothing:
 * each read asks the file once, and may bring fewer octets than there is room for. Closing the stream leaves the file open; once the file
 * is closed, what is left cannot be read. Used by one thread at a time.
 */
public final class FileOctets extends InputStream {
    /** A file that can be read at any position, such as a file channel. */
    @FunctionalInterface
    public interface Source {
        /**
         * Puts octets into the room that is left in the target.
         *
         * @param position of the first octet, counted from 0
         * @return how many; -1 behind the last octet
         * @throws IOException when the file is closed, or cannot be read
         */
        int read(ByteBuffer target, long position) throws IOException;
    }

    private final Source file;
    private final long size;
    private long position;

    /**
     * A stream at the first octet.
     *
     * @param size octets of the file; what is behind them is not read
     */
    public FileOctets(Source file, long size) {
        this.file = file;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int room = (int) Math.min(length, size - position);
        int count = room == 0 ? -1 : file.read(ByteBuffer.wrap(target, offset, room), position);
        position += Math.max(count, 0);
        return count;
    }

    /** {@return how many octets are left, whether they can still be read or not} */
    @Override
    public int available() {
        return (int) Math.min(size - position, Integer.MAX_VALUE);
    }
}
