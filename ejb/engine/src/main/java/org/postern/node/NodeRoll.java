package org.postern.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The list of gateways that share a database. */
public interface NodeRoll {
    /**
     * Enters a gateway, or notes that it still runs. It takes the place of an earlier start of its own, and of whoever has not been heard of for as long as a lease lasts.
     *
     * @return the gateway that has its name instead; then nothing was changed. Empty where it has it itself from now on, for as long as a lease lasts
     */
    Optional<Node> enter(Node node, Instant now, Duration lease);

    /** Takes it off, if it still has its name. */
    void leave(Node node);
}
