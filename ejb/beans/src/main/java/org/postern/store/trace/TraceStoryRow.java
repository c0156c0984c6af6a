package org.postern.store.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.postern.event.Event;
import org.postern.story.EventCodec;

import java.io.Serializable;
import java.util.List;

/** Events of one line of the trace that were stored together, as they are read; {@link TraceInserts} writes them. */
@Entity
@Table(name = "trace_story")
class TraceStoryRow {
    @EmbeddedId
    @SuppressWarnings("unused") // what queries name
    private Id id;
    private String events;

    protected TraceStoryRow() {}

    List<Event> toEvents() {
        return EventCodec.read(events);
    }

    /** Of which line of the trace, which part of its story, counted from 0. */
    @Embeddable
    record Id(@Column(name = "message_key") String messageKey, int part) implements Serializable {}
}
