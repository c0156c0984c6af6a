package org.postern.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The octets of mail to be handed in: header fields, an empty line, the body (RFC 5322), each line ended by CRLF. */
public interface MailContent {
    /** {@return the number of octets} */
    long size() throws IOException;

    /** {@return the octets from the start; read, and closed, when the message is made or, if there are many, when it is sent} */
    InputStream open() throws IOException;

    /** {@return these octets; the array is not copied} */
    static MailContent of(byte[] octets) {
        return new MailContent() {
            @Override
            public long size() {
                return octets.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(octets);
            }
        };
    }

    /** {@return the octets of a file, which has to be there until the message is sent} */
    static MailContent of(Path file) {
        return new MailContent() {
            @Override
            public long size() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
