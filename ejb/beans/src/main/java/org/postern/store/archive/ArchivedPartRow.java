package org.postern.store.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.postern.store.parked.PacedParts;

import java.io.Serializable;

/** A part of the content of a message in the sink. */
@Entity
@Table(name = "archived_part")
class ArchivedPartRow {
    static final PacedParts.Table TABLE = new PacedParts.Table("ArchivedPartRow", "id.message", "id.number");

    @EmbeddedId
    private Id id;
    private byte[] octets;

    protected ArchivedPartRow() {}

    ArchivedPartRow(long message, int number, byte[] octets) {
        this.id = new Id(message, number);
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
    record Id(@Column(name = "message_id") long message,
            @Column(name = "part_number") int number) implements Serializable {}
}
