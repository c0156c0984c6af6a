package org.postern.queue;

import java.util.Optional;

/**
 * One message for one queue.
 *
 * @param queue name of the JMS queue
 * @param mail what is posted
 * @param duplicateKey the broker drops a second posting with the same key; empty where a posting cannot happen twice
 */
public record Posting(String queue, QueuedMail mail, Optional<String> duplicateKey) {}
