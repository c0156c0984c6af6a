package org.postern.delivery.gate;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What a person wants for one destination.
 *
 * @param destination in {@code Destination}'s text form
 * @param paused whether nothing is tried there
 * @param concurrency how many deliveries there at once; empty for the usual
 * @param perMinute how many messages in a minute; empty for no limit
 * @param by the name of that person
 * @param at when it was said
 */
public record DestinationControl(String destination, boolean paused, OptionalInt concurrency, OptionalInt perMinute,
        String by, Instant at) {
    /** The longest text of a destination. */
    public static final int LONGEST = 512;

    public DestinationControl {
        if (destination.isEmpty() || destination.length() > LONGEST || concurrency.orElse(1) < 1
                || perMinute.orElse(1) < 1) {
            throw new IllegalArgumentException("a control names a destination, and limits of at least 1");
        }
    }

    /** {@return what is wanted for a destination of which nobody has said anything} */
    public static DestinationControl nothing(String destination) {
        return new DestinationControl(destination, false, OptionalInt.empty(), OptionalInt.empty(), "", Instant.EPOCH);
    }

    /** {@return the same, paused or not} */
    public DestinationControl paused(boolean whether, String person, Instant now) {
        return new DestinationControl(destination, whether, concurrency, perMinute, person, now);
    }

    /** {@return the same, with these limits} */
    public DestinationControl limited(OptionalInt places, OptionalInt rate, String person, Instant now) {
        return new DestinationControl(destination, paused, places, rate, person, now);
    }

    /** {@return whether it says nothing, and need not be kept} */
    public boolean isIdle() {
        return !paused && concurrency.isEmpty() && perMinute.isEmpty();
    }
}
