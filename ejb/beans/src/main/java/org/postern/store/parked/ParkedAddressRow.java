package org.postern.store.parked;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.io.Serializable;

/** An address by which a parked message is found. */
@Entity
@Table(name = "parked_address")
class ParkedAddressRow {
    @EmbeddedId
    private Id id;
    private boolean recipient;
    /** Made by the database out of the key; read by queries alone. */
    @Column(name = "local_part", insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable")
    private String localPart;

    protected ParkedAddressRow() {}

    /** @param recipient whether it is of a recipient, and not only of the sender */
    ParkedAddressRow(String parkedKey, String addressKey, boolean recipient) {
        id = new Id(parkedKey, addressKey);
        this.recipient = recipient;
    }

    Id id() {
        return id;
    }

    boolean isRecipient() {
        return recipient;
    }

    /** Which message, which address. */
    @Embeddable
    record Id(@Column(name = "parked_key") String parkedKey,
            @Column(name = "address_key") String addressKey) implements Serializable {}
}
