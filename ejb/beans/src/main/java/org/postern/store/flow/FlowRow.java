package org.postern.store.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.postern.flow.FlowCounts;
import org.postern.flow.FlowKind;
import org.postern.flow.FlowSpan;

import java.io.Serializable;
import java.time.Instant;

/** What one node has counted in one span. */
@Entity
@Table(name = "flow_figure")
@SuppressWarnings("UnusedVariable") // queries name them
class FlowRow {
    @EmbeddedId
    private Id id;
    private long received;
    private long delivered;
    private long refused;
    private long deferred;
    private long failed;
    private long quarantined;

    protected FlowRow() {}

    FlowRow(Id id) {
        this.id = id;
    }

    void add(FlowCounts counts) {
        received += counts.of(FlowKind.RECEIVED);
        delivered += counts.of(FlowKind.DELIVERED);
        refused += counts.of(FlowKind.REFUSED);
        deferred += counts.of(FlowKind.DEFERRED);
        failed += counts.of(FlowKind.FAILED);
        quarantined += counts.of(FlowKind.QUARANTINED);
    }

    /** Which span of which node. */
    @Embeddable
    record Id(@Enumerated(EnumType.STRING) FlowSpan span, Instant begins,
            @Column(name = "node") String node) implements Serializable {}
}
