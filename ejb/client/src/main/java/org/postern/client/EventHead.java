package org.postern.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What all events have.
 *
 * @param key the same whenever the same is told again; of no other event
 * @param at when it happened
 * @param queueId the name of the message in the log and in the console; empty where the gateway has not taken it
 * @param correlation what the application knows its submission by; empty where it has given it no name
 * @param account who has handed it in; empty where that is not known
 * @param reversePath the address of the sender, the empty text for the null reverse-path; empty where it is not known
 */
public record EventHead(String key, Instant at, Optional<String> queueId, Optional<String> correlation,
        Optional<String> account, Optional<String> reversePath) {}
