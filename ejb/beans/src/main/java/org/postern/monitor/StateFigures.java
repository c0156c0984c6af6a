package org.postern.monitor;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.server.Readiness;
import org.postern.broker.StoreReadiness;
import org.postern.broker.StoreReadiness.Fault;
import org.postern.delivery.gate.DestinationGate;
import org.postern.metric.Metric;
import org.postern.metric.MetricLabel;
import org.postern.scan.ScannerState;
import org.postern.scan.Scanners;

import java.util.List;

/** How this node stands, from what it knows already. */
@Singleton
class StateFigures {
    private final Readiness readiness;
    private final StoreReadiness stores;
    private final Scanners scanners;
    private final DestinationGate gate;

    @Inject
    StateFigures(Readiness readiness, StoreReadiness stores, Scanners scanners, DestinationGate gate) {
        this.readiness = readiness;
        this.stores = stores;
        this.scanners = scanners;
        this.gate = gate;
    }

    List<MetricSnapshot> all() {
        return List.of(new Sheet(Metric.READY).add(number(readiness.obstacles().isEmpty())).done(), stores(),
                scanners(), doors());
    }

    private MetricSnapshot stores() {
        List<Fault> faults = stores.faults();
        boolean isKnown = !faults.contains(Fault.UNKNOWN);
        return new Sheet(Metric.STORE_UP).add(number(isKnown && !faults.contains(Fault.BROKER)), "broker")
                .add(number(isKnown && !faults.contains(Fault.DATABASE)), "database")
                .add(number(isKnown && !faults.contains(Fault.DISK) && !faults.contains(Fault.DISK_FULL)), "disk")
                .done();
    }

    private MetricSnapshot scanners() {
        Sheet up = new Sheet(Metric.SCANNER_UP);
        scanners.all()
                .forEach(one -> up.add(number(one.state() instanceof ScannerState.InUse), one.rule().name()));
        return up.done();
    }

    private MetricSnapshot doors() {
        Sheet doors = new Sheet(Metric.DOORS);
        gate.census().forEach((state, count) -> doors.add(count, MetricLabel.word(state)));
        return doors.done();
    }

    private static int number(boolean isSo) {
        return isSo ? 1 : 0;
    }
}
