package org.postern.store.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.io.Serializable;

/** A recipient of a message in the sink. */
@Entity
@Table(name = "archived_address")
class ArchivedAddressRow {
    @EmbeddedId
    private Id id;

    protected ArchivedAddressRow() {}

    ArchivedAddressRow(long message, String addressKey) {
        id = new Id(message, addressKey);
    }

    Id id() {
        return id;
    }

    /** Which message, which address. */
    @Embeddable
    record Id(@Column(name = "message_id") long message,
            @Column(name = "address_key") String addressKey) implements Serializable {}
}
