package org.postern.reputation.grey;

import java.time.Duration;

/**
 * When a contact may pass, and for how long that is remembered (RFC 6647, 4.4).
 *
 * @param pause from the first try until it may pass
 * @param patience from the first try until it is too late, and a try is a first one again; longer than the pause
 * @param memory from the last time that it passed until it is forgotten
 */
public record GreylistTimes(Duration pause, Duration patience, Duration memory) {
    public GreylistTimes {
        if (pause.isNegative() || patience.compareTo(pause) <= 0 || memory.compareTo(pause) <= 0) {
            throw new IllegalArgumentException("patience and memory are longer than the pause of " + pause);
        }
    }
}
