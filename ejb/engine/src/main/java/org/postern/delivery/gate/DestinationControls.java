package org.postern.delivery.gate;

import java.util.List;

/** Where it is kept what people want for destinations: for all nodes, and over a restart. */
public interface DestinationControls {
    /** The most that can be said anything about. */
    int MOST = 10_000;

    /** {@return all of them, at most {@link #MOST}, in the order of their destinations} */
    List<DestinationControl> all();

    /** Keeps this in place of what was said about the same destination; one that {@linkplain DestinationControl#isIdle says nothing} is forgotten. */
    void set(DestinationControl control);
}
