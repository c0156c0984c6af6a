package org.postern.queue;

import org.postern.routing.Destination;

import java.util.Optional;

/**
 * Where a message is headed, and how far it has come.
 *
 * @param destination empty while it still has to be routed
 * @param lane in which it goes out
 * @param attempts deliveries tried so far
 * @param delayTold whether its sender was told that it takes longer
 */
public record Course(Optional<Destination> destination, Lane lane, int attempts, boolean delayTold) {
    /** Still to be routed, in the ordinary lane. */
    public static final Course UNROUTED = new Course(Optional.empty(), Lane.ORDINARY, 0, false);

    /** {@return the same in this lane} */
    public Course in(Lane other) {
        return new Course(destination, other, attempts, delayTold);
    }

    /** {@return on its way to there, or to be routed, not yet tried} */
    public Course to(Optional<Destination> other) {
        return new Course(other, lane, 0, delayTold);
    }

    /** {@return the same after so many attempts} */
    public Course tried(int times) {
        return new Course(destination, lane, times, delayTold);
    }

    /** {@return the same, its sender told of the delay, or not} */
    public Course delayTold(boolean told) {
        return new Course(destination, lane, attempts, told);
    }
}
