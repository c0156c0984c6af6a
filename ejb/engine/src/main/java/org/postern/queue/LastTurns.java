package org.postern.queue;

import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets mail pass whose time may be over, so that its sender is told; of other mail, another is asked. A destination that is away for days
 * lets nothing in but a probe now and then, and the rest must come to its end all the same.
 *
 * @param life how long after its arrival mail may be given up, at the earliest
 */
public record LastTurns(Admission gate, Duration life) implements Admission {
    @Override
    public Optional<Instant> putOff(Destination destination, Lane lane, Instant arrived, Instant now) {
        return now.isBefore(arrived.plus(life)) ? gate.putOff(destination, lane, arrived, now) : Optional.empty();
    }
}
