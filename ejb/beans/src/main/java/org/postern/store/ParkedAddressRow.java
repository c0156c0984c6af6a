package org.postern.store;

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

    protected ParkedAddressRow() {}

    ParkedAddressRow(String parkedKey, String addressKey) {
        id = new Id(parkedKey, addressKey);
    }

    Id id() {
        return id;
    }

    /** Which message, which address. */
    @Embeddable
    record Id(@Column(name = "parked_key") String parkedKey,
            @Column(name = "address_key") String addressKey) implements Serializable {}
}
