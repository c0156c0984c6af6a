package org.postern.queue;

import org.postern.event.Sought;

import java.util.Optional;

/**
 * Which parked messages are wanted.
 *
 * @param sought by what; a word is a queue id, or the beginning of a local part
 * @param reason why they wait; empty for any reason
 * @param offset how many are left out at the start; not negative
 * @param limit how many at most; 1 to {@link #MAX_LIMIT}
 */
public record ParkedQuery(Sought sought, Optional<ParkedMessage.Reason> reason, int offset, int limit) {
    /** The longest page. */
    public static final int MAX_LIMIT = 1000;

    public ParkedQuery {
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page starts at 0 or later and has 1 to " + MAX_LIMIT + " lines");
        }
    }

    /** {@return the first of everything that is parked} */
    public static ParkedQuery first(int limit) {
        return new ParkedQuery(new Sought.Anything(), Optional.empty(), 0, limit);
    }

    /** {@return the same, restricted to what is sought} */
    public ParkedQuery by(Sought other) {
        return new ParkedQuery(other, reason, offset, limit);
    }

    /** {@return the same, restricted to what waits for this reason} */
    public ParkedQuery waitingFor(ParkedMessage.Reason other) {
        return new ParkedQuery(sought, Optional.of(other), offset, limit);
    }
}
