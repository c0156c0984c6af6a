package org.postern.delivery.gate;

import java.util.List;
import java.util.function.UnaryOperator;

/** Where it is kept what people want for destinations: for all nodes, and over a restart. */
public interface DestinationControls {
    /** The most that can be said anything about. */
    int MOST = 10_000;

    /** {@return all of them, at most {@link #MOST}, in the order of their destinations} */
    List<DestinationControl> all();

    /**
     * Changes what was said about a destination. Of two changes at once, whoever makes them, on whichever node, one is made to what the other has
     * left; one after which {@linkplain DestinationControl#isIdle nothing is said} is forgotten.
     *
     * @param change given what was said, or {@link DestinationControl#nothing}; may be asked again
     * @throws RuntimeException when it cannot be kept; then nothing has changed. The first two changes ever may meet so: try again
     */
    void change(String destination, UnaryOperator<DestinationControl> change);
}
