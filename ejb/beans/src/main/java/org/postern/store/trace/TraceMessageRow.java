package org.postern.store.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.event.Progress;
import org.postern.event.TracedMessage;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.Optional;

/** One line of the trace, as it is read; {@link TraceInserts} writes it. */
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

    TracedMessage toMessage() {
        boolean nameless = key.equals(session) || key.startsWith("-");
        return new TracedMessage(key, nameless ? Optional.empty() : Optional.of(new QueueId(key)),
                Optional.ofNullable(session), arrived, changed, Optional.ofNullable(reversePath), size, progress,
                recipients, Optional.ofNullable(firstRecipient));
    }
}
