package org.postern.web.page.parked;

import org.postern.queue.ParkedQuery.Place;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Where a page of a list begins, as it stands in the address of the page: {@code 2026-03-01T12:00:00Z/KEY}, or {@code -/KEY}. */
final class PlaceInAddress {
    private static final char END_OF_DUE = '/';
    private static final String NEVER = "-";

    private PlaceInAddress() {}

    static String text(Place place) {
        return place.due().map(Instant::toString).orElse(NEVER) + END_OF_DUE + place.key();
    }

    /** {@return the place with this text form; empty, for the beginning of the list, if it is none} */
    static Optional<Place> parse(String text) {
        int end = text.indexOf(END_OF_DUE);
        if (end < 0) {
            return Optional.empty();
        }
        String due = text.substring(0, end);
        try {
            Optional<Instant> moment = due.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(due));
            return Optional.of(new Place(moment, text.substring(end + 1)));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }
}
