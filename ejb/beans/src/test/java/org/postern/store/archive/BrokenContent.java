package org.postern.store.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.mail.Content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Content whose header section can be read, and whose end cannot. */
final class BrokenContent implements Content {
    private static final byte[] HEAD = ("Subject: broken\r\n\r\n" + "x".repeat(200_000)).getBytes(US_ASCII);

    @Override
    public long size() {
        return 1_000_000;
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new ByteArrayInputStream(HEAD), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        });
    }
}
