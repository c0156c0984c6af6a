package org.postern.queue;

import org.postern.routing.Destination;

import java.util.Optional;

/**
 * Where a message is headed, and how far it has come.
 *
 * @param destination empty while it still has to be routed
 * @param lane in which it goes out
 * @param attempts deliveries tried so far by the schedule of retries; those that a person asked for between are not counted
 * @param delayTold whether its sender was told that it takes longer
 * @param asked whether a person has asked for the next attempt, or for its being handed over once more
 */
public record Course(Optional<Destination> destination, Lane lane, int attempts, boolean delayTold, boolean asked) {
    /** Still to be routed, in the ordinary lane. */
    public static final Course UNROUTED = new Course(Optional.empty(), Lane.ORDINARY, 0, false, false);

    /** {@return the same in this lane} */
    public Course in(Lane other) {
        return new Course(destination, other, attempts, delayTold, asked);
    }

    /** {@return on its way to there, or to be routed, not yet tried} */
    public Course to(Optional<Destination> other) {
        return new Course(other, lane, 0, delayTold, false);
    }

    /** {@return the same after so many attempts} */
    public Course tried(int times) {
        return new Course(destination, lane, times, delayTold, false);
    }

    /** {@return the same, its sender told of the delay, or not} */
    public Course delayTold(boolean told) {
        return new Course(destination, lane, attempts, told, asked);
    }

    /** {@return the same, to be tried because a person has asked for it} */
    public Course askedFor() {
        return new Course(destination, lane, attempts, delayTold, true);
    }

    /** {@return how many attempts there were once the next has been made} Who asks for one does not make the schedule skip a step. */
    public int attemptsAfterNext() {
        return asked && attempts > 0 ? attempts : attempts + 1;
    }
}
