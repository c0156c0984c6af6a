package org.postern.queue;

import org.postern.mail.Message;
import org.postern.routing.Destination;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as a queue carries it.
 *
 * @param message envelope and content, trace field on top
 * @param arrived when the gateway took responsibility; the retry schedule counts from here
 * @param destination where it is headed; empty while it still has to be routed
 * @param attempts deliveries tried so far
 * @param delayTold whether its sender was told that it takes longer
 * @param expires when it is of no use any more to whoever handed it in; empty if nothing was said about that
 * @param lane in which it goes out
 * @param listener the name of the listener that took it, while it still has to be routed
 */
public record QueuedMail(Message message, Instant arrived, Optional<Destination> destination, int attempts,
        boolean delayTold, Optional<Instant> expires, Lane lane, Optional<String> listener) {
    /** Mail of which nothing but these is known. */
    public QueuedMail(Message message, Instant arrived, Optional<Destination> destination, int attempts) {
        this(message, arrived, destination, attempts, false, Optional.empty());
    }

    /** Mail in the ordinary lane. */
    public QueuedMail(Message message, Instant arrived, Optional<Destination> destination, int attempts,
            boolean delayTold, Optional<Instant> expires) {
        this(message, arrived, destination, attempts, delayTold, expires, Lane.ORDINARY);
    }

    /** Mail that is routed, or was taken by no listener. */
    public QueuedMail(Message message, Instant arrived, Optional<Destination> destination, int attempts,
            boolean delayTold, Optional<Instant> expires, Lane lane) {
        this(message, arrived, destination, attempts, delayTold, expires, lane, Optional.empty());
    }

    /** {@return the same in this lane} */
    public QueuedMail in(Lane other) {
        return new QueuedMail(message, arrived, destination, attempts, delayTold, expires, other, listener);
    }

    /** {@return the same, taken by this listener} */
    public QueuedMail by(String name) {
        return new QueuedMail(message, arrived, destination, attempts, delayTold, expires, lane, Optional.of(name));
    }

    /** {@return the same, with this message in place of its own} */
    public QueuedMail with(Message other) {
        return new QueuedMail(other, arrived, destination, attempts, delayTold, expires, lane, listener);
    }

    /** {@return the same on its way to there, or to be routed, not yet tried} */
    public QueuedMail to(Optional<Destination> other) {
        return new QueuedMail(message, arrived, other, 0, delayTold, expires, lane,
                other.isPresent() ? Optional.empty() : listener);
    }

    /** {@return the same, its time counted from then} */
    public QueuedMail arrivedAt(Instant other) {
        return new QueuedMail(message, other, destination, attempts, delayTold, expires, lane, listener);
    }

    /** {@return the same after so many attempts} */
    public QueuedMail tried(int times) {
        return new QueuedMail(message, arrived, destination, times, delayTold, expires, lane, listener);
    }

    /** {@return the same, its sender told of the delay} */
    public QueuedMail withDelayTold() {
        return new QueuedMail(message, arrived, destination, attempts, true, expires, lane, listener);
    }

    /** {@return whether it is of no use any more} */
    public boolean isExpired(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }
}
