package org.postern.bounce;

import java.time.Instant;
import java.util.Optional;

/**
 * What an application has asked for with a submission: that answers come to it.
 *
 * @param queue the JMS queue for them
 * @param correlation what the application knows its submission by; empty where it has no name
 * @param end from when on nothing is taken any more
 */
public record Conversation(String queue, Optional<String> correlation, Instant end) {}
