package org.postern.net.scan;

import org.postern.mail.Content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Content that somebody else reads, who does not tell its faults from those of the network. */
final class WatchedContent implements Content {
    private final Content content;
    private volatile Optional<IOException> fault = Optional.empty();

    WatchedContent(Content content) {
        this.content = content;
    }

    /** Throws what has happened when it was read, if that did not go well. */
    void throwFault() throws IOException {
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(watched(content::open)) {
            @Override
            public int read() throws IOException {
                return watched(in::read);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return watched(() -> in.read(into, offset, length));
            }
        };
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T watched(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            fault = Optional.of(e);
            throw e;
        }
    }
}
