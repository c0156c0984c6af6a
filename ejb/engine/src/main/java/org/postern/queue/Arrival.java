package org.postern.queue;

import org.postern.assessment.Assessment;

import java.time.Instant;
import java.util.Optional;

/**
 * How a message came to the gateway.
 *
 * @param at when the gateway took responsibility; the retry schedule counts from here
 * @param expires when it is of no use any more to whoever handed it in; empty if nothing was said about that
 * @param listener the name of the listener that took it, while it still has to be routed
 * @param assessment what was found about it
 */
public record Arrival(Instant at, Optional<Instant> expires, Optional<String> listener, Assessment assessment) {
    /** {@return an arrival of which nothing but the time is known} */
    public static Arrival at(Instant time) {
        return new Arrival(time, Optional.empty(), Optional.empty(), Assessment.NONE);
    }

    /** {@return the same, of use until then} */
    public Arrival expiring(Optional<Instant> end) {
        return new Arrival(at, end, listener, assessment);
    }

    /** {@return the same, taken by this listener} */
    public Arrival by(Optional<String> name) {
        return new Arrival(at, expires, name, assessment);
    }

    /** {@return the same, of which this was found} */
    public Arrival assessed(Assessment found) {
        return new Arrival(at, expires, listener, found);
    }

    /** {@return the same, its time counted from then} */
    Arrival movedTo(Instant time) {
        return new Arrival(time, expires, listener, assessment);
    }
}
