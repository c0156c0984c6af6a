package org.postern.queue;

import org.postern.routing.Destination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says of mail whose time has come whether there is any use in taking it up now, and of other mail that its time has come. */
public interface Admission {
    /**
     * Asks for one message; each asking is for another one.
     *
     * @return empty: take it up; or when it is worth asking again
     */
    Optional<Instant> putOff(Destination destination, Lane lane, Instant now);

    /**
     * {@return whether mail that arrived then may be at the end of its time: it is taken up whatever else there is to say, so that its sender
     * is told}
     */
    default boolean isLastTurn(Instant arrived, Instant now) {
        return false;
    }

    /** {@return what was put off, or not reached, and may come now after all} */
    List<Recall> recalls(Instant now);

    /** Tells that nothing has been found to call back for this destination. */
    void settled(Destination destination);

    /**
     * Mail that may come now.
     *
     * @param destination where it is headed
     * @param most how much of it
     */
    record Recall(Destination destination, int most) {}
}
