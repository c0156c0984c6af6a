package org.postern.content.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** cpio in its two ASCII formats, "newc" (with or without sums) and "odc", as RPM packages and start images have it. */
final class Cpio implements Archive {
    private static final int MAGIC = 6;
    private static final int NEW_HEADER = 110;
    private static final int OLD_HEADER = 76;
    private static final int LONGEST_NAME = 64 * 1024;
    private static final String LAST = "TRAILER!!!";

    @Override
    public void read(Octets octets, Entries entries, Remarks remarks) throws IOException {
        while (octets.require(OLD_HEADER)) {
            boolean old = octets.peekText(0, MAGIC).equals("070707");
            int length = old ? OLD_HEADER : NEW_HEADER;
            String header = new String(octets.take(length), StandardCharsets.ISO_8859_1);
            if (!old && !header.startsWith("07070")) {
                throw new NonsenseException("no header of an entry");
            }
            long nameLength = old ? number(header, 59, 6, 8) : number(header, 94, 8, 16);
            long size = old ? number(header, 65, 11, 8) : number(header, 54, 8, 16);
            if (nameLength < 1 || nameLength > LONGEST_NAME) {
                throw new NonsenseException("a name of " + nameLength + " octets");
            }
            String name = new String(octets.take((int) nameLength), 0, (int) nameLength - 1, StandardCharsets.UTF_8);
            octets.pass(old ? 0 : padding(NEW_HEADER + nameLength));
            if (name.equals(LAST)) {
                return;
            }
            long before = octets.position();
            entries.entry(name, octets.next(size));
            octets.pass(size - (octets.position() - before) + (old ? 0 : padding(size)));
        }
    }

    private static long number(String header, int from, int length, int base) throws NonsenseException {
        try {
            return Long.parseUnsignedLong(header, from, from + length, base);
        } catch (NumberFormatException _) {
            throw new NonsenseException("a field that is no number");
        }
    }

    private static long padding(long length) {
        return (4 - length % 4) % 4;
    }
}
