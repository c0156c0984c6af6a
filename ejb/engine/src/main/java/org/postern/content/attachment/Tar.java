package org.postern.content.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** tar (POSIX ustar, with long names as pax and GNU write them). Holds at most 64 KB of a name. */
final class Tar implements Archive {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 64 * 1024;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE_AT = 156;
    private static final int NAME_LENGTH = 100;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_LENGTH = 155;

    @Override
    public void read(Octets octets, Entries entries, Remarks remarks) throws IOException {
        String longName = "";
        while (octets.require(BLOCK)) {
            byte[] header = octets.take(BLOCK);
            if (header[0] == 0) {
                return;
            }
            long size = size(header);
            char type = (char) header[TYPE_AT];
            if (type == 'L' || type == 'x') {
                String named = name(octets.take((int) Math.min(size, LONGEST_NAME)), type);
                octets.pass(size - Math.min(size, LONGEST_NAME));
                longName = named.isEmpty() ? longName : named;
            } else {
                long before = octets.position();
                entries.entry(longName.isEmpty() ? name(header) : longName, octets.next(size));
                octets.pass(size - (octets.position() - before));
                longName = "";
            }
            octets.pass((BLOCK - size % BLOCK) % BLOCK);
        }
    }

    private static long size(byte[] header) throws NonsenseException {
        long size = 0;
        boolean binary = header[SIZE_AT] < 0;
        for (int i = binary ? SIZE_AT + 4 : SIZE_AT; i < SIZE_AT + SIZE_LENGTH; i++) {
            if (binary) {
                size = (size << 8) | (header[i] & 0xff);
            } else if (header[i] >= '0' && header[i] <= '7') {
                size = size * 8 + header[i] - '0';
            } else if (header[i] != ' ' && header[i] != 0) {
                throw new NonsenseException("a size that is no number");
            }
        }
        if (size < 0) {
            throw new NonsenseException("a size below 0");
        }
        return size;
    }

    private static String name(byte[] header) {
        String prefix = text(header, PREFIX_AT, PREFIX_LENGTH);
        boolean ustar = text(header, 257, 5).equals("ustar") && header[262] == 0;
        return ustar && !prefix.isEmpty() ? prefix + '/' + text(header, 0, NAME_LENGTH) : text(header, 0, NAME_LENGTH);
    }

    /** {@return what a header says of the name of the next: GNU the name itself, pax lines, one of which may begin with path=} */
    private static String name(byte[] octets, char type) {
        String all = text(octets, 0, octets.length);
        if (type == 'L') {
            return all;
        }
        int start = all.indexOf(" path=");
        int end = all.indexOf('\n', Math.max(start, 0));
        return start < 0 ? "" : all.substring(start + " path=".length(), end < 0 ? all.length() : end);
    }

    private static String text(byte[] octets, int from, int length) {
        int end = from;
        while (end < from + length && octets[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(octets, from, end), StandardCharsets.UTF_8);
    }
}
