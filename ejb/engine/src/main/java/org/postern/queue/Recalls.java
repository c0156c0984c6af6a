package org.postern.queue;

import org.postern.routing.Destination;

import java.time.Instant;
import java.util.List;

/** Knows of mail that was told to wait that its time has come after all. */
public interface Recalls {
    /** {@return what was put off, or not reached, and may come now} */
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
