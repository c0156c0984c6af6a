package org.postern.mail;

import java.io.IOException;
import java.io.InputStream;

/**
 * What is left of a content behind its first octets; nothing is copied.
 *
 * @param whole all of it
 * @param skipped octets at its beginning that do not belong to this
 */
public record TailContent(Content whole, long skipped) implements Content {
    @Override
    public long size() {
        return whole.size() - skipped;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream octets = whole.open();
        try {
            octets.skipNBytes(skipped);
            return octets;
        } catch (IOException e) {
            octets.close();
            throw e;
        }
    }
}
