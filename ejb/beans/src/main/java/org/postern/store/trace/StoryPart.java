package org.postern.store.trace;

import org.postern.event.Event;
import org.postern.story.EventCodec;
import org.postern.event.EventKind;

import java.util.List;
import java.util.stream.Collectors;

/** A row that a story gets: a few events, told together. */
record StoryPart(List<Event> events) {
    /** Stands between ids, in none of which it occurs. */
    static final String BETWEEN = " ";

    String text() {
        return EventCodec.write(events);
    }

    /** {@return the ids of its events} */
    String ids() {
        return events.stream().map(Event::id).collect(Collectors.joining(BETWEEN));
    }

    boolean hasReports() {
        return events.stream().anyMatch(event -> event.kind() == EventKind.BOUNCED_BACK);
    }
}
