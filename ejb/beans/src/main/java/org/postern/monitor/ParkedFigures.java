package org.postern.monitor;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.metric.Metric;
import org.postern.metric.MetricLabel;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.WaitingMail;
import org.postern.routing.Destination;

import java.util.List;
import java.util.Optional;

/** What waits in the database. */
@Singleton
class ParkedFigures {
    /** As {@link Metric#PARKED} says; counting goes along an index, and no further than this. */
    private static final int MOST = 100_000;

    private final WaitingMail waiting;

    @Inject
    ParkedFigures(WaitingMail waiting) {
        this.waiting = waiting;
    }

    /** Asks the database. */
    List<MetricSnapshot> all() {
        Sheet destinations = new Sheet(Metric.PARKED);
        for (Destination.Kind kind : Destination.Kind.values()) {
            destinations.add(waiting.count(Optional.of(kind), MOST), kind.word());
        }
        destinations.add(waiting.count(Optional.empty(), MOST), MetricLabel.UNROUTED);
        Sheet reasons = new Sheet(Metric.PARKED_FOR);
        for (ParkedMessage.Reason reason : ParkedMessage.Reason.values()) {
            reasons.add(waiting.count(ParkedFilter.everything().waitingFor(reason), MOST), MetricLabel.word(reason));
        }
        return List.of(destinations.done(), reasons.done());
    }
}
