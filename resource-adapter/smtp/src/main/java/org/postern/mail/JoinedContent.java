package org.postern.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;

/**
 * Two contents, one behind the other; nothing is copied.
 *
 * @param first the octets in front
 * @param rest those behind
 */
public record JoinedContent(Content first, Content rest) implements Content {
    @Override
    public long size() {
        return first.size() + rest.size();
    }

    @Override
    public InputStream open() throws IOException {
        return new SequenceInputStream(first.open(), rest.open());
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        first.writeTo(target);
        rest.writeTo(target);
    }
}
