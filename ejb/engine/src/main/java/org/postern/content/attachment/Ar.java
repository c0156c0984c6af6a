package org.postern.content.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** ar, as Debian packages and libraries are. Long names (GNU's table, BSD's in front of the data) are shown as they are referred to. */
final class Ar implements Archive {
    private static final int MAGIC = 8;
    private static final int HEADER = 60;
    private static final int NAME_LENGTH = 16;
    private static final int SIZE_AT = 48;
    private static final int SIZE_LENGTH = 10;

    @Override
    public void read(Octets octets, Entries entries, Remarks remarks) throws IOException {
        octets.pass(MAGIC);
        while (octets.require(HEADER)) {
            String header = new String(octets.take(HEADER), StandardCharsets.ISO_8859_1);
            String size = header.substring(SIZE_AT, SIZE_AT + SIZE_LENGTH).strip();
            if (!header.endsWith("`\n") || !size.matches("\\d+")) {
                throw new NonsenseException("no header of an entry");
            }
            String name = header.substring(0, NAME_LENGTH).strip();
            long length = Long.parseLong(size);
            long before = octets.position();
            entries.entry(name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name,
                    octets.next(length));
            octets.pass(length - (octets.position() - before) + length % 2);
        }
    }
}
