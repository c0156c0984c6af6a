package org.postern.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The octets between DATA and its end, dot-stuffing undone, each line ended by CRLF. They are never changed and never
 * re-serialised. May be opened any number of times; each stream starts at the first octet.
 */
public interface Content {
    /** {@return the number of octets} */
    long size();

    /**
     * {@return the octets from the start}
     *
     * @throws IOException when the place that holds them cannot be read
     */
    InputStream open() throws IOException;

    /** Writes all octets, without closing the target. */
    default void writeTo(OutputStream target) throws IOException {
        try (InputStream octets = open()) {
            octets.transferTo(target);
        }
    }

    /** {@return content in memory; the array is not copied and must not be changed by the caller} */
    static Content of(byte[] octets) {
        return new Content() {
            @Override
            public long size() {
                return octets.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(octets);
            }

            @Override
            public void writeTo(OutputStream target) throws IOException {
                target.write(octets);
            }
        };
    }

    /** {@return these octets, followed by those of {@code rest}; nothing is copied} */
    static Content join(byte[] first, Content rest) {
        return new JoinedContent(of(first), rest);
    }

    /** {@return this content without so many octets at its beginning, of which it has at least as many; nothing is copied} */
    static Content from(Content content, long octets) {
        return new TailContent(content, octets);
    }

    /** {@return these octets, with {@code last} behind them; nothing is copied} */
    static Content join(Content first, byte[] last) {
        return new JoinedContent(first, of(last));
    }
}
