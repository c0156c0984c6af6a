package org.postern.delivery.gate;

import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A door as people are shown it.
 *
 * @param hosts behind it: the text of its key
 * @param inUse deliveries under way
 * @param places how many it lets in at once now
 * @param failures in a row
 * @param shutUntil when it lets one try again; empty while it is open
 * @param mean how long a delivery takes
 * @param slow whether that is long
 * @param reason why it was shut last; empty if it never was
 */
public record DoorView(String hosts, int inUse, int places, int failures, Optional<Instant> shutUntil, Duration mean,
        boolean slow, Sentence reason) {
    /** How a door stands, the worst last. */
    public enum State {
        /** Whoever comes is let in. */
        OPEN,
        /** As many are behind it as may be. */
        FULL,
        /** Deliveries take long. */
        SLOW,
        /** The last delivery has failed. */
        FAILING,
        /** Nobody is let in for a while. */
        SHUT
    }

    /** {@return whether something keeps mail from going through as it comes} */
    public boolean isTroubled() {
        return failures > 0 || slow || inUse >= places;
    }
}
