package org.postern.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * One message for one queue.
 *
 * @param queue name of the JMS queue
 * @param mail what is posted
 * @param duplicateKey the broker drops a second posting with the same key; empty where a posting cannot happen twice
 * @param notBefore when the queue gives it out at the earliest. The broker holds what waits in memory, so this is for what can wait
 *        nowhere else; {@link ParkedMessages} is the place for waiting
 */
public record Posting(String queue, QueuedMail mail, Optional<String> duplicateKey, Optional<Instant> notBefore) {
    /** A posting that is given out at once. */
    public Posting(String queue, QueuedMail mail, Optional<String> duplicateKey) {
        this(queue, mail, duplicateKey, Optional.empty());
    }
}
