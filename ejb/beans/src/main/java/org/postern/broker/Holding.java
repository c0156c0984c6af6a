package org.postern.broker;

import java.io.Closeable;
import java.io.IOException;

/** What keeps the content of a message that was taken from a queue. */
public interface Holding extends Closeable {
    /** All that follows from the message is durable: what the queue has kept for it is not needed any more when this is closed. */
    void dealtWith();

    /** {@return a holding of what goes with the message itself} */
    static Holding of(Closeable body) {
        return of(body, () -> {
        });
    }

    /** {@return a holding of this body, and of something that is to be told when the message has been dealt with} */
    static Holding of(Closeable body, Runnable dealtWith) {
        return new Holding() {
            @Override
            public void dealtWith() {
                dealtWith.run();
            }

            @Override
            public void close() throws IOException {
                body.close();
            }
        };
    }
}
