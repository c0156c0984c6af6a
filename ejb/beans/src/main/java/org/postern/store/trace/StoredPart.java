package org.postern.store.trace;

import org.postern.event.Event;
import org.postern.story.EventCodec;
import org.postern.event.EventKind;

import java.util.List;
import java.util.Optional;

/**
 * A row of a story, as far as it matters when the story goes on.
 *
 * @param ids of its events, which are not told again
 * @param reports those of its events that may concern recipients who are not known yet
 */
record StoredPart(List<String> ids, List<Event> reports) {
    /**
     * @param ids as {@link StoryPart#ids()} wrote them; empty in rows from before they were kept
     * @param events all of them, where there are no ids or some are reports
     */
    static StoredPart of(Optional<String> ids, Optional<String> events) {
        List<Event> read = events.map(EventCodec::read).orElse(List.of());
        return new StoredPart(ids.map(text -> List.of(text.split(StoryPart.BETWEEN)))
                .orElseGet(() -> read.stream().map(Event::id).toList()),
                read.stream().filter(event -> event.kind() == EventKind.BOUNCED_BACK).toList());
    }
}
