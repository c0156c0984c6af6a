package org.postern.admin.parked;

import java.util.OptionalInt;

/**
 * A destination, what waits for it, and what people want for it.
 *
 * @param destination in {@code Destination}'s text form
 * @param waiting parked messages, counted up to 10,000
 * @param paused whether nothing is tried there
 * @param concurrency how many deliveries at once; empty for the usual
 * @param perMinute how many messages a minute; empty for no limit
 * @param by who said so; empty if nobody said anything
 */
public record DestinationView(String destination, long waiting, boolean paused, OptionalInt concurrency,
        OptionalInt perMinute, String by) {}
