package org.postern.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Decodes base64 (RFC 2045, 6.8) as the most lenient of readers does: what is not of the alphabet is skipped, and behind padding it goes on, so
 * that nothing hides there. Holds 8 KB.
 */
final class Base64Octets extends InputStream {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int CHUNK = 8192;
    private static final byte SKIP = -1;
    private static final byte PADDING = -2;
    private static final byte[] VALUES = values();

    private final InputStream encoded;
    private final byte[] in = new byte[CHUNK];
    private final byte[] out = new byte[CHUNK];
    private int next;
    private int end;
    /** The last sextets, fewer than four, and how many they are. */
    private int bits;
    private int sextets;

    Base64Octets(InputStream encoded) {
        this.encoded = encoded;
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, SKIP);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        values['='] = PADDING;
        return values;
    }

    /** {@return these octets, decoded} */
    static byte[] decode(byte[] encoded) {
        Base64Octets decoder = new Base64Octets(InputStream.nullInputStream());
        byte[] octets = new byte[encoded.length + 2];
        int length = decoder.decode(encoded, encoded.length, octets);
        return Arrays.copyOf(octets, decoder.finish(octets, length));
    }

    @Override
    public int read() throws IOException {
        return isFilled() ? out[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!isFilled()) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(out, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean isFilled() throws IOException {
        while (next == end) {
            int read = encoded.read(in, 0, in.length);
            next = 0;
            end = read < 0 ? finish(out, 0) : decode(in, read, out);
            if (read < 0 && end == 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return how many octets were decoded} */
    private int decode(byte[] from, int length, byte[] to) {
        int at = 0;
        for (int i = 0; i < length; i++) {
            int value = VALUES[from[i] & 0xff];
            if (value >= 0) {
                bits = (bits << 6) | value;
                if (++sextets == 4) {
                    to[at++] = (byte) (bits >> 16);
                    to[at++] = (byte) (bits >> 8);
                    to[at++] = (byte) bits;
                    sextets = 0;
                }
            } else if (value == PADDING) {
                at = finish(to, at);
            }
        }
        return at;
    }

    /** {@return the length with the octets that fewer than four sextets make} */
    private int finish(byte[] to, int length) {
        int at = length;
        if (sextets == 2) {
            to[at++] = (byte) (bits >> 4);
        } else if (sextets == 3) {
            to[at++] = (byte) (bits >> 10);
            to[at++] = (byte) (bits >> 2);
        }
        sextets = 0;
        return at;
    }
}
