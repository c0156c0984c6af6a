package org.postern.store.parked;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.io.Serializable;

/** A part of a parked message's content. */
@Entity
@Table(name = "parked_part")
class ParkedPartRow {
    static final PacedParts.Table TABLE = new PacedParts.Table("ParkedPartRow", "id.parkedKey", "id.number");

    @EmbeddedId
    private Id id;
    private byte[] octets;

    protected ParkedPartRow() {}

    ParkedPartRow(String parkedKey, int number, byte[] octets) {
        this.id = new Id(parkedKey, number);
        this.octets = octets;
    }

    Id id() {
        return id;
    }

    byte[] octets() {
        return octets;
    }

    /** Of which message, the how manieth. */
    @Embeddable
    record Id(@Column(name = "parked_key") String parkedKey,
            @Column(name = "part_number") int number) implements Serializable {}
}
