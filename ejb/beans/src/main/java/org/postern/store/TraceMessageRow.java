package org.postern.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.event.AddressKey;
import org.postern.event.Event;
import org.postern.event.Progress;
import org.postern.event.TracedMessage;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.Optional;

/** One line of the trace. */
@Entity
@Table(name = "trace_message")
class TraceMessageRow {
    @Id
    @Column(name = "message_key")
    private String key;
    @Column(name = "session_ref")
    private String session;
    private Instant arrived;
    private Instant changed;
    @Column(name = "reverse_path")
    private String reversePath;
    @Column(name = "sender_key")
    private String senderKey;
    @Column(name = "size_octets")
    private long size;
    @Enumerated(EnumType.STRING)
    private Progress progress;
    private int recipients;
    @Column(name = "first_recipient")
    private String firstRecipient;

    protected TraceMessageRow() {}

    TraceMessageRow(String key, Event first) {
        this.key = key;
        arrived = first.at();
        changed = first.at();
        progress = Progress.after(first.kind());
    }

    String key() {
        return key;
    }

    /** Learns what the event says of the message as a whole. */
    void after(Event event) {
        arrived = event.at().isBefore(arrived) ? event.at() : arrived;
        changed = event.at().isAfter(changed) ? event.at() : changed;
        size = Math.max(size, event.size());
        if (session == null) {
            session = event.session().map(Bounded::reference).orElse(null);
        }
        if (reversePath == null && event.reversePath().isPresent()) {
            reversePath = Bounded.address(event.reversePath().get());
            senderKey = reversePath.isEmpty() ? null : Bounded.address(AddressKey.of(reversePath));
        }
    }

    /** Follows from its recipients; a refusal may have none. */
    void summarise(RecipientRows rows) {
        recipients = rows.count();
        if (recipients > 0) {
            progress = rows.progress();
            firstRecipient = rows.first();
        }
    }

    TracedMessage toMessage() {
        boolean refusals = key.equals(session) || progress == Progress.REFUSED;
        return new TracedMessage(key, refusals ? Optional.empty() : Optional.of(new QueueId(key)),
                Optional.ofNullable(session), arrived, changed, Optional.ofNullable(reversePath), size, progress,
                recipients, Optional.ofNullable(firstRecipient));
    }
}
