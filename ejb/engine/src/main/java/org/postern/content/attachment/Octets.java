package org.postern.content.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads an archive from its start to its end through a buffer, from which a decoder takes and into which it gives back what it had too much of. */
final class Octets {
    private static final int CHUNK = 8192;

    private final InputStream in;
    private final byte[] buffer = new byte[CHUNK];
    private int at;
    private int end;
    private long behind;

    Octets(InputStream in) {
        this.in = in;
    }

    /** {@return how many octets were taken} */
    long position() {
        return behind + at;
    }

    /** {@return the octets at hand; only those between {@link #at} and {@link #end} count} */
    byte[] buffer() {
        return buffer;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    /** {@return whether there is more; reads it where nothing is at hand} */
    boolean fill() throws IOException {
        return at < end || require(1);
    }

    void skip(int count) {
        at += count;
    }

    /** {@return whether so many octets are at hand now; at most {@value #CHUNK} can be} */
    boolean require(int count) throws IOException {
        if (end - at >= count) {
            return true;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        behind += at;
        end -= at;
        at = 0;
        int read = in.readNBytes(buffer, end, count - end);
        end += read;
        if (end >= count && end < CHUNK) {
            end += Math.max(in.read(buffer, end, CHUNK - end), 0);
        }
        return end >= count;
    }

    /** {@return the unsigned number of two octets, the lowest first, so far behind what was taken} */
    int peek2(int offset) {
        return (buffer[at + offset] & 0xff) | ((buffer[at + offset + 1] & 0xff) << 8);
    }

    /** {@return the unsigned number of four octets, the lowest first} */
    long peek4(int offset) {
        return peek2(offset) | ((long) peek2(offset + 2) << 16);
    }

    long peek8(int offset) {
        return peek4(offset) | (peek4(offset + 4) << 32);
    }

    /** {@return as many octets of text, each a character} */
    String peekText(int offset, int length) {
        return new String(buffer, at + offset, length, StandardCharsets.ISO_8859_1);
    }

    /** {@return the next octets, which are taken} */
    byte[] take(int count) throws IOException {
        byte[] taken = new byte[count];
        int done = 0;
        while (done < count) {
            if (!fill()) {
                throw new EOFException();
            }
            int some = Math.min(count - done, end - at);
            System.arraycopy(buffer, at, taken, done, some);
            at += some;
            done += some;
        }
        return taken;
    }

    /** Leaves octets out. */
    void pass(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (!fill()) {
                throw new EOFException();
            }
            int some = (int) Math.min(left, end - at);
            at += some;
            left -= some;
        }
    }

    /** {@return a stream of as many of the next octets} Reads no further. Ends early where they do. */
    InputStream next(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            /** The JDK's gzip looks for a second member only where this says that there is something. */
            @Override
            public int available() throws IOException {
                return left > 0 && fill() ? (int) Math.min(left, end - at) : 0;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (left <= 0 || !fill()) {
                    return -1;
                }
                int some = (int) Math.min(Math.min(length, left), end - at);
                System.arraycopy(buffer, at, target, offset, some);
                at += some;
                left -= some;
                return some;
            }
        };
    }
}
