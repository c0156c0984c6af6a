package org.postern.smtp.client;

import org.postern.smtp.Reply;
import org.postern.smtp.wire.Parsed;
import org.postern.smtp.wire.ReplyParser;
import org.postern.smtp.wire.Violation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the replies of a server. What is no reply is an {@link IOException}; the connection is of no use then. */
final class ReplyReader {
    private static final int BLOCK = 4096;

    private final Transport transport;
    private final ReplyParser parser = new ReplyParser();
    private final ByteBuffer octets = ByteBuffer.allocate(BLOCK).limit(0);

    ReplyReader(Transport transport) {
        this.transport = transport;
    }

    /** {@return the next reply, waiting for it as long as the transport's time limit allows} */
    Reply read() throws IOException {
        Optional<Parsed<Reply>> reply = parser.next(octets);
        while (reply.isEmpty()) {
            int count = transport.read(octets.array(), 0, BLOCK);
            if (count < 0) {
                throw new IOException("the server closed the connection");
            }
            octets.position(0).limit(count);
            reply = parser.next(octets);
        }
        return switch (reply.get()) {
            case Parsed.Valid<Reply>(Reply valid) -> valid;
            case Parsed.Invalid<Reply>(Violation violation) ->
                throw new IOException("the server does not speak SMTP: " + violation.text());
        };
    }
}
