package org.postern.store.parked;

import org.postern.mail.Content;

import java.io.InputStream;

/**
 * The content of a message in the database, read part by part; no more than one part is in memory for each stream.
 *
 * @param size octets of all of it
 * @param parts where they are
 */
public record StoredContent(long size, Parts parts) implements Content {

    /** Where the parts are. */
    @FunctionalInterface
    public interface Parts {
        /** {@return the octets of this part, counted from 0} */
        byte[] read(int number);
    }

    @Override
    public InputStream open() {
        return new PartStream();
    }

    private final class PartStream extends InputStream {
        private byte[] part = {};
        private int position;
        private int next;
        private long left = size;

        @Override
        public int read() {
            return hasMore() ? part[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, part.length - position);
            System.arraycopy(part, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean hasMore() {
            if (position < part.length) {
                return true;
            }
            if (left == 0) {
                return false;
            }
            part = parts.read(next++);
            position = 0;
            left -= part.length;
            return part.length > 0;
        }
    }
}
