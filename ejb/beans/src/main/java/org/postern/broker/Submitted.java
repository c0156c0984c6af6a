package org.postern.broker;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.queue.Lane;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * What an application handed in, checked.
 *
 * @param delivery names this taking, the same again at redelivery
 * @param envelope from the properties
 * @param expires when it is of no use any more to the application; empty if it does not say so
 * @param lane that the application asks for
 * @param content the octets; readable until this is closed
 * @param spool what holds the octets meanwhile
 */
public record Submitted(String delivery, Envelope envelope, Optional<Instant> expires, Lane lane, Content content,
        Closeable spool)
        implements
            AutoCloseable {
    @Override
    public void close() throws IOException {
        spool.close();
    }
}
