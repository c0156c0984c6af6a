package org.postern.client;

import java.time.Instant;
import java.util.Optional;

/**
 * That an application wants answers to what it hands in.
 *
 * @param queue where they go; a queue that it may write to
 * @param until from when on none are taken any more; empty for the longest time that the gateway allows
 */
public record Replies(String queue, Optional<Instant> until) {}
