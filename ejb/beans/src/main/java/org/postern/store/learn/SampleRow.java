package org.postern.store.learn;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.content.learn.FeatureSet;
import org.postern.content.learn.Label;
import org.postern.content.learn.Sample;
import org.postern.store.Bounded;

import java.time.Instant;

/** A message that was taught. */
@Entity
@Table(name = "learning_sample")
class SampleRow {
    @Id
    @Column(name = "sample_key")
    private String key;
    @Enumerated(EnumType.STRING)
    private Label label;
    @Column(name = "taught_by")
    private String by;
    @Column(name = "taught_at")
    private Instant taught;
    @Column(name = "imported")
    private boolean imported;
    private byte[] features;

    protected SampleRow() {}

    SampleRow(Sample sample, String by, boolean imported) {
        this.key = sample.key();
        this.label = sample.label();
        this.by = Bounded.reference(by);
        this.taught = sample.taught();
        this.imported = imported;
        this.features = sample.features().packed();
    }

    Sample toSample() {
        return new Sample(key, label, taught, FeatureSet.unpack(features));
    }
}
