package org.postern.store.learn;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.io.Serializable;

/** A part of the octets of a model. */
@Entity
@Table(name = "learning_model_part")
class ModelPartRow {
    /** How long each part but the last is, in octets. */
    static final int SIZE = 64 * 1024;

    @EmbeddedId
    private Id id;
    private byte[] octets;

    protected ModelPartRow() {}

    ModelPartRow(long version, int number, byte[] octets) {
        this.id = new Id(version, number);
        this.octets = octets;
    }

    Id id() {
        return id;
    }

    byte[] octets() {
        return octets;
    }

    /** Of which version, the how manieth. */
    @Embeddable
    record Id(long version, @Column(name = "part_number") int number) implements Serializable {}
}
