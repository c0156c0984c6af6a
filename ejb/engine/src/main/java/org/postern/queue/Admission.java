package org.postern.queue;

import org.postern.routing.Destination;

import java.time.Instant;
import java.util.Optional;

/** Says of mail whose time has come whether there is any use in taking it up now. */
@FunctionalInterface
public interface Admission {
    /**
     * Asks for one message; each asking is for another one.
     *
     * @param arrived when the gateway took responsibility for it
     * @return empty: take it up; or when it is worth asking again
     */
    Optional<Instant> putOff(Destination destination, Lane lane, Instant arrived, Instant now);
}
