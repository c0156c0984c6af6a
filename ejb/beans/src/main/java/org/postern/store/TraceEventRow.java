package org.postern.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.mail.QueueId;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An event as it was told, as it is read; {@link TraceInserts} writes it. */
@Entity
@Table(name = "trace_event")
class TraceEventRow {
    @EmbeddedId
    private Id id;
    private Instant happened;
    @Enumerated(EnumType.STRING)
    private EventKind kind;
    @Column(name = "queue_id")
    private String queueId;
    @Column(name = "session_ref")
    private String session;
    @Column(name = "reverse_path")
    private String reversePath;
    private String recipients;
    private String peer;
    private String destination;
    private String reply;
    @Column(name = "size_octets")
    private long size;
    private String detail;

    protected TraceEventRow() {}

    Event toEvent() {
        return new Event(id.eventId(), happened, kind, Optional.ofNullable(queueId).map(QueueId::new),
                Optional.ofNullable(session), Optional.ofNullable(reversePath),
                recipients.isEmpty() ? List.of() : List.of(recipients.split("\n", -1)), Optional.ofNullable(peer),
                Optional.ofNullable(destination), Optional.ofNullable(reply), size, Optional.ofNullable(detail));
    }

    /** Of which line of the trace, which event. */
    @Embeddable
    record Id(@Column(name = "message_key") String messageKey,
            @Column(name = "event_id") String eventId) implements Serializable {}
}
