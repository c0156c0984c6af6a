package org.postern.pipeline.queues;

import org.postern.queue.QueuedMail;

import java.io.Closeable;
import java.io.IOException;

/**
 * Mail that was taken from a queue. Its content can be read, any number of times, until this is closed.
 *
 * @param delivery names this taking: the same again when the message is redelivered, and of no other message
 * @param mail what was taken
 * @param spool what holds the content meanwhile
 */
public record ReceivedMail(String delivery, QueuedMail mail, Closeable spool) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        spool.close();
    }
}
