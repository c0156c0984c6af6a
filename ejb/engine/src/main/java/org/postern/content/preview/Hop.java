package org.postern.content.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one server says of taking a message from the one before (RFC 5321, 4.4). A stranger may have written it.
 *
 * @param from by whom it was handed on, as it stands there with what stands in brackets; empty if that is not said
 * @param by who took it; empty if that is not said
 * @param with the protocol; empty if that is not said
 * @param at when; empty if that is not said, or cannot be read
 * @param since how long after the hop before that says when; negative where clocks differ
 */
public record Hop(String from, String by, String with, Optional<Instant> at, Optional<Duration> since) {}
