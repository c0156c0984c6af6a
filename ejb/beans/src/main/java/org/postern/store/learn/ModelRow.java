package org.postern.store.learn;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.content.learn.Experience;
import org.postern.content.teach.ModelStore;

import java.time.Instant;

/** A version of the model, without its octets. */
@Entity
@Table(name = "learning_model")
class ModelRow {
    @Id
    private long version;
    @Column(name = "made_at")
    private Instant made;
    private int ham;
    private int spam;
    @Column(name = "false_positives")
    private int falsePositives;
    private double area;

    protected ModelRow() {}

    ModelRow(long version, Instant made, Experience experience) {
        this.version = version;
        this.made = made;
        this.ham = experience.ham();
        this.spam = experience.spam();
        this.falsePositives = experience.trial().falsePositives();
        this.area = experience.trial().area();
    }

    ModelStore.Line toLine() {
        return new ModelStore.Line(version, made, ham, spam, falsePositives, area);
    }
}
