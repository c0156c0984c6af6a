package org.postern.node;

import java.time.Duration;
import java.util.Optional;

/** The list of gateways that share a database. Whether somebody is late goes by the clock of the database, which is the same for all. */
public interface NodeRoll {
    /**
     * Enters a gateway that has just started. It takes the place of an earlier start with its folder, and of whoever has not been heard of for as long as a lease lasts.
     *
     * @return the gateway that has its name instead; then nothing was changed. Empty where it has it itself from now on, for as long as a lease lasts
     */
    Optional<Node> enter(Node node, Duration lease);

    /**
     * Notes that a gateway still runs, and enters it where its name has become free.
     *
     * @return the gateway that has its name instead, perhaps with a copy of its folder; then nothing was changed
     */
    Optional<Node> stay(Node node, Duration lease);

    /** Takes it off, if it still has its name. */
    void leave(Node node);
}
