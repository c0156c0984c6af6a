package org.postern.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.postern.event.AddressKey;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** How far one message has come for one recipient. */
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

    protected TraceRecipientRow() {}

    TraceRecipientRow(String messageKey, String address, Event first) {
        id = new Id(messageKey, address);
        addressKey = Bounded.address(AddressKey.of(address));
        set(TracedRecipient.first(address, first));
    }

    Id id() {
        return id;
    }

    Progress progress() {
        return Progress.after(kind);
    }

    void after(Event event) {
        set(toRecipient().after(event));
    }

    private void set(TracedRecipient recipient) {
        kind = recipient.kind();
        changed = recipient.changed();
        destination = recipient.destination().map(Bounded::address).orElse(null);
        reply = recipient.reply().map(Bounded::text).orElse(null);
    }

    TracedRecipient toRecipient() {
        return new TracedRecipient(id.address(), kind, changed, Optional.ofNullable(destination),
                Optional.ofNullable(reply));
    }

    /** Of which message, to whom. */
    @Embeddable
    record Id(@Column(name = "message_key") String messageKey, String address) implements Serializable {}
}
