package org.postern.queue;

import org.postern.event.Sought;
import org.postern.mail.DomainSet;

import java.time.Instant;
import java.util.Optional;

/**
 * A page of parked messages, the first due first, what waits for a person at the end. The ten-thousandth page costs what the first does:
 * it is asked for by the line before it.
 *
 * @param filter which of them
 * @param after the last line of the page before; empty for the first page
 * @param limit how many at most; 1 to {@link #MAX_LIMIT}
 */
public record ParkedQuery(ParkedFilter filter, Optional<Place> after, int limit) {
    /** The longest page. */
    public static final int MAX_LIMIT = 1000;

    /**
     * Where a line stands in the list of all.
     *
     * @param due empty for what only a person releases
     */
    public record Place(Optional<Instant> due, String key) {
        /** {@return the place of this line} */
        public static Place of(ParkedSummary line) {
            return new Place(line.due(), line.key());
        }
    }

    public ParkedQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " lines");
        }
    }

    /** {@return the first of everything that is parked} */
    public static ParkedQuery first(int limit) {
        return new ParkedQuery(ParkedFilter.everything(), Optional.empty(), limit);
    }

    /** {@return the first page of these} */
    public ParkedQuery of(ParkedFilter other) {
        return new ParkedQuery(other, Optional.empty(), limit);
    }

    /** {@return the page behind this line} */
    public ParkedQuery behind(ParkedSummary line) {
        return new ParkedQuery(filter, Optional.of(Place.of(line)), limit);
    }

    /** {@return the same, restricted to what is sought} */
    public ParkedQuery by(Sought other) {
        return of(filter.by(other));
    }

    /** {@return the same page of those that are of these domains} */
    public ParkedQuery within(DomainSet domains) {
        return new ParkedQuery(filter.within(domains), after, limit);
    }

    /** {@return the same, restricted to what waits for this reason} */
    public ParkedQuery waitingFor(ParkedMessage.Reason other) {
        return of(filter.waitingFor(other));
    }
}
