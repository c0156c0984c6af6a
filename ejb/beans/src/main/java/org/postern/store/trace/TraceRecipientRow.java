package org.postern.store.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.postern.event.EventKind;
import org.postern.event.TracedRecipient;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** How far one message has come for one recipient, as it is read; {@link TraceInserts} writes it. */
@Entity
@Table(name = "trace_recipient")
class TraceRecipientRow {
    @EmbeddedId
    private Id id;
    @Column(name = "address_key")
    private String addressKey;
    @Enumerated(EnumType.STRING)
    private EventKind kind;
    private Instant changed;
    private String destination;
    private String reply;
    @Column(name = "remote_name")
    @SuppressWarnings("unused") // what queries name
    private String remoteName;

    protected TraceRecipientRow() {}

    Id id() {
        return id;
    }

    TracedRecipient toRecipient() {
        return new TracedRecipient(id.address(), kind, changed, Optional.ofNullable(destination),
                Optional.ofNullable(reply));
    }

    /** Of which message, to whom. */
    @Embeddable
    record Id(@Column(name = "message_key") String messageKey, String address) implements Serializable {}
}
