package org.postern.queue;

import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Knows when the time of mail may be over; what else there is to ask, another is asked. A destination that is away for days lets nothing
 * in but a probe now and then, and the rest must come to its end all the same.
 *
 * @param life how long after its arrival mail may be given up, at the earliest
 */
public record LastTurns(Admission gate, Duration life) implements Admission {
    @Override
    public boolean isLastTurn(Instant arrived, Instant now) {
        return !now.isBefore(arrived.plus(life));
    }

    @Override
    public Optional<Instant> putOff(Destination destination, Lane lane, Instant now) {
        return gate.putOff(destination, lane, now);
    }

    @Override
    public List<Recall> recalls(Instant now) {
        return gate.recalls(now);
    }

    @Override
    public void settled(Destination destination) {
        gate.settled(destination);
    }
}
