package org.postern.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.junit.jupiter.api.Test;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.metric.Meters;
import org.postern.metric.Metric;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the broker has not taken has not happened. */
class CountedMailQueueTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    private final List<Event> posted = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private final Meters meters = new Meters(CLOCK, () -> 0);
    private final Event bounced = new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1))).of(EventKind.BOUNCED)
            .event();
    private boolean isAway;

    private final MailQueue queue = new CountedMailQueue(new MailQueue() {
        @Override
        public void post(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
            if (isAway) {
                throw new QueueUnavailableException("away", false, new IllegalStateException());
            }
            posted.addAll(events);
        }

        @Override
        public void tell(List<Event> events) {
            told.addAll(events);
        }
    }, meters);

    private MetricSnapshot snapshot(Metric metric) {
        return meters.registry()
                .scrape()
                .stream()
                .filter(one -> one.getMetadata().getName().equals(metric.base()))
                .findFirst()
                .orElseThrow();
    }

    private double bounces() {
        return ((CounterSnapshot) snapshot(Metric.BOUNCED)).getDataPoints().getFirst().getValue();
    }

    private long commits() {
        return ((HistogramSnapshot) snapshot(Metric.COMMIT)).getDataPoints().getFirst().getCount();
    }

    @Test
    void whatIsPostedIsCountedAndTimed() throws QueueUnavailableException {
        queue.post(List.of(), List.of(bounced));
        assertThat(posted).containsExactly(bounced);
        assertThat(bounces()).isEqualTo(1);
        assertThat(commits()).isEqualTo(1);
    }

    @Test
    void whatTheBrokerRefusesIsNot() {
        isAway = true;
        assertThatThrownBy(() -> queue.post(List.of(), List.of(bounced)))
                .isInstanceOf(QueueUnavailableException.class);
        assertThat(bounces()).isZero();
        assertThat(commits()).isZero();
    }

    @Test
    void refusalsAreToldAndCountedElsewhere() {
        queue.tell(List.of(bounced));
        assertThat(told).containsExactly(bounced);
        assertThat(bounces()).isZero();
    }
}
