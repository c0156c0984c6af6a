package org.postern.metric;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.StatefulMetric;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.postern.assessment.Verdict;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.queue.DeferralKind;
import org.postern.queue.Lane;
import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What is counted where it happens. Each call is a few additions and never waits, and what is told twice is counted twice: whoever calls knows whether something has
 * happened. Safe for many threads.
 */
public final class Meters {
    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Counter accepted = counter(Metric.ACCEPTED);
    private final Counter quarantined = counter(Metric.QUARANTINED);
    private final Counter delivered = counter(Metric.DELIVERED);
    private final Counter deferred = counter(Metric.DEFERRED);
    private final Counter failed = counter(Metric.FAILED);
    private final Counter bounced = counter(Metric.BOUNCED);
    private final Histogram transaction = histogram(Metric.TRANSACTION);
    private final Histogram attempt = histogram(Metric.ATTEMPT);
    private final Histogram stay = histogram(Metric.STAY);
    private final Histogram commit = histogram(Metric.COMMIT);
    private final Histogram database = histogram(Metric.DATABASE);
    private final Histogram scanner = histogram(Metric.SCANNER_TIME);

    /** @param nanos ticks of a clock that never goes back */
    public Meters(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    private Counter counter(Metric metric) {
        Counter counter = Counter.builder()
                .name(metric.base())
                .help(metric.meaning())
                .labelNames(metric.labelNames())
                .withoutExemplars()
                .register(registry);
        beginAtZero(counter, metric);
        return counter;
    }

    private Histogram histogram(Metric metric) {
        Histogram histogram = Histogram.builder()
                .name(metric.base())
                .help(metric.meaning())
                .labelNames(metric.labelNames())
                .classicOnly()
                .classicUpperBounds(metric.bounds())
                .withoutExemplars()
                .register(registry);
        beginAtZero(histogram, metric);
        return histogram;
    }

    /** What has not happened yet is 0, and not unknown: a first failure is seen as one. */
    private static void beginAtZero(StatefulMetric<?, ?> meter, Metric metric) {
        beginAtZero(meter, metric.labels(), List.of());
    }

    private static void beginAtZero(StatefulMetric<?, ?> meter, List<MetricLabel> open, List<String> chosen) {
        if (open.isEmpty()) {
            meter.initLabelValues(chosen.toArray(String[]::new));
            return;
        }
        for (String value : open.getFirst().choices()) {
            List<String> more = new ArrayList<>(chosen);
            more.add(value);
            beginAtZero(meter, open.subList(1, open.size()), more);
        }
    }

    /** {@return where all of this is read; others may add what is known without being counted} */
    public PrometheusRegistry registry() {
        return registry;
    }

    /** {@return a tick, for the calls that say how long something took} */
    public long now() {
        return nanos.getAsLong();
    }

    /** Steps have happened, and their story is kept. */
    public void happened(List<Event> events) {
        events.forEach(this::happened);
    }

    private void happened(Event event) {
        switch (event.kind()) {
            case RECEIVED, SUBMITTED -> {
                accepted.labelValues(event.kind() == EventKind.RECEIVED ? "smtp" : "application").inc();
                if (event.assessment().verdict() == Verdict.QUARANTINE) {
                    quarantined.inc();
                }
            }
            case DELIVERED, HANDED_OVER -> delivered.labelValues(destination(event)).inc();
            case DEFERRED -> deferred.labelValues(destination(event), kind(event)).inc();
            case FAILED -> failed.labelValues(destination(event)).inc();
            case BOUNCED -> bounced.inc();
            default -> {
            }
        }
    }

    private static String destination(Event event) {
        return event.destination()
                .flatMap(Destination.Kind::ofText)
                .map(Destination.Kind::word)
                .orElse(MetricLabel.UNROUTED);
    }

    private static String kind(Event event) {
        return MetricLabel.word(event.reply().map(DeferralKind::of).orElse(DeferralKind.OTHER));
    }

    /** A client was given the reply to a message. */
    public void replied(boolean isAccepted, long begun) {
        transaction.labelValues(isAccepted ? "accepted" : "refused").observe(since(begun));
    }

    /** An attempt to deliver is over, whatever came of it. */
    public void attempted(Lane lane, long begun) {
        attempt.labelValues(MetricLabel.word(lane)).observe(since(begun));
    }

    /** These steps are what came of an attempt with a message that had arrived then. */
    public void left(Lane lane, Instant arrived, List<Event> events) {
        if (events.stream().anyMatch(event -> event.kind() == EventKind.DELIVERED)) {
            Duration stayed = Duration.between(arrived, clock.instant());
            stay.labelValues(MetricLabel.word(lane)).observe(Math.max(0, stayed.toNanos() / NANOS));
        }
    }

    /** The broker has taken what was posted. */
    public void committed(long begun) {
        commit.observe(since(begun));
    }

    /** The database has done this. */
    public void stored(DatabaseWork work, long begun) {
        database.labelValues(MetricLabel.word(work)).observe(since(begun));
    }

    /** A scanner has answered. */
    public void scanned(String name, Duration took) {
        scanner.labelValues(name).observe(took.toNanos() / NANOS);
    }

    private double since(long begun) {
        return (nanos.getAsLong() - begun) / NANOS;
    }
}
