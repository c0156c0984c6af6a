package org.postern.queue;

import org.postern.mail.Message;
import org.postern.routing.Destination;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as a queue carries it.
 *
 * @param message envelope and content, trace field on top
 * @param arrived when the gateway took responsibility; the retry schedule counts from here
 * @param destination where it is headed; empty while it still has to be routed
 * @param attempts deliveries tried so far
 */
public record QueuedMail(Message message, Instant arrived, Optional<Destination> destination, int attempts) {}
