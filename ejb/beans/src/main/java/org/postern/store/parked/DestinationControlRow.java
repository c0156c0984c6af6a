package org.postern.store.parked;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.delivery.gate.DestinationControl;
import org.postern.store.Bounded;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What a person wants for one destination. */
@Entity
@Table(name = "destination_control")
class DestinationControlRow {
    @Id
    private String destination;
    private boolean paused;
    private Integer concurrency;
    @Column(name = "per_minute")
    private Integer perMinute;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected DestinationControlRow() {}

    DestinationControlRow(DestinationControl control) {
        destination = control.destination();
        become(control);
    }

    void become(DestinationControl control) {
        paused = control.paused();
        concurrency = control.concurrency().isPresent() ? (Integer) control.concurrency().getAsInt() : null;
        perMinute = control.perMinute().isPresent() ? (Integer) control.perMinute().getAsInt() : null;
        changedBy = Bounded.reference(control.by());
        changedAt = control.at();
    }

    DestinationControl toControl() {
        return new DestinationControl(destination, paused, number(concurrency), number(perMinute), changedBy,
                changedAt);
    }

    private static OptionalInt number(Integer stored) {
        return Optional.ofNullable(stored).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
