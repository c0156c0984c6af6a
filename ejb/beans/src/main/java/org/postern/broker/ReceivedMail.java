package org.postern.broker;

import org.postern.queue.QueuedMail;

import java.io.IOException;

/**
 * Mail that was taken from a queue. Its content can be read, any number of times, until this is closed.
 *
 * @param delivery names this taking: the same again when the message is redelivered, and of no other message
 * @param mail what was taken
 * @param holding what holds the content meanwhile
 */
public record ReceivedMail(String delivery, QueuedMail mail, Holding holding) implements AutoCloseable {
    /** {@return the same taking, with this mail in place of its own} */
    public ReceivedMail with(QueuedMail other) {
        return new ReceivedMail(delivery, other, holding);
    }

    /** Says that all that follows from it is durable, so that what the queue has kept for it may go; to be called at last. */
    public void dealtWith() {
        holding.dealtWith();
    }

    @Override
    public void close() throws IOException {
        holding.close();
    }
}
