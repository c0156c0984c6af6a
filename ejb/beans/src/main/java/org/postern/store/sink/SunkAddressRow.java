package org.postern.store.sink;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.io.Serializable;

/** A recipient of a message in the sink. */
@Entity
@Table(name = "sunk_address")
class SunkAddressRow {
    @EmbeddedId
    private Id id;

    protected SunkAddressRow() {}

    SunkAddressRow(long message, String addressKey) {
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
