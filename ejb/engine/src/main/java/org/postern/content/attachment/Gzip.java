package org.postern.content.attachment;

import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** gzip (RFC 1952): one entry, whose name is that of the file without its end. */
final class Gzip implements Archive {
    @Override
    public void read(Octets octets, Entries entries, Remarks remarks) throws IOException {
        try (GZIPInputStream inflated = new GZIPInputStream(octets.next(Long.MAX_VALUE))) {
            entries.entry("", inflated);
        }
    }
}
