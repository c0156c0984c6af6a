package org.postern.monitor;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.server.BrokerQueues;
import org.postern.admin.server.QueueView;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetters;
import org.postern.metric.Metric;
import org.postern.queue.QueueUnavailableException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What lies in the queues of this node's broker. */
@Singleton
class QueueFigures {
    private static final String OF_APPLICATIONS = "applications";
    private static final double MILLIS = 1000;

    private final BrokerQueues queues;
    private final DeadLetters letters;
    private final InstantSource clock;

    @Inject
    QueueFigures(BrokerQueues queues, DeadLetters letters, InstantSource clock) {
        this.queues = queues;
        this.letters = letters;
        this.clock = clock;
    }

    /** Asks the broker. Of several outside, what they hold together. */
    List<MetricSnapshot> all() {
        Sheet depth = new Sheet(Metric.DEPTH);
        Sheet oldest = new Sheet(Metric.OLDEST);
        for (QueueView queue : queues.all()
                .stream()
                .filter(BrokerQueues.Held::isOfJms)
                .map(BrokerQueues.Held::view)
                .toList()) {
            depth.add(queue.depth(), queue.isOfApplication() ? OF_APPLICATIONS : queue.name());
            if (!queue.isOfApplication()) {
                oldest.add(age(queue), queue.name());
            }
        }
        return List.of(depth.done(), oldest.done());
    }

    private double age(QueueView queue) {
        if (queue.depth() == queue.scheduled() + queue.delivering()) {
            return 0;
        }
        try {
            Instant now = clock.instant();
            return letters.list(queue.name(), Optional.empty(), "", 1)
                    .stream()
                    .findFirst()
                    .map(DeadLetter::since)
                    .map(since -> Math.max(0, Duration.between(since, now).toMillis() / MILLIS))
                    .orElse(0.0);
        } catch (QueueUnavailableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
