package org.postern.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.queue.Lane;
import org.postern.receiver.Reason;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** What happens is counted once, under few words, and what has not happened yet is 0. */
class MetersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private final EventSource events = new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1)));
    private long tick;
    private final Meters meters = new Meters(CLOCK, () -> tick);

    private MetricSnapshot snapshot(Metric metric) {
        return meters.registry()
                .scrape()
                .stream()
                .filter(one -> one.getMetadata().getName().equals(metric.base()))
                .findFirst()
                .orElseThrow();
    }

    private double count(Metric metric, String... labels) {
        return ((CounterSnapshot) snapshot(metric)).getDataPoints()
                .stream()
                .filter(point -> point.getLabels().equals(Labels.of(metric.labelNames(), labels)))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private HistogramSnapshot.HistogramDataPointSnapshot times(Metric metric, String... labels) {
        return ((HistogramSnapshot) snapshot(metric)).getDataPoints()
                .stream()
                .filter(point -> point.getLabels().equals(Labels.of(metric.labelNames(), labels)))
                .findFirst()
                .orElseThrow();
    }

    private Event step(EventKind kind, String destination, String reply) {
        return events.of(kind).destination(destination).reply(reply).event();
    }

    @Test
    void whatHasNotHappenedYetIsZero() {
        assertThat(count(Metric.DELIVERED, "mx")).isZero();
        assertThat(count(Metric.DEFERRED, "unrouted", "greylisted")).isZero();
        assertThat(count(Metric.BOUNCED)).isZero();
        assertThat(times(Metric.ATTEMPT, "bulk").getCount()).isZero();
    }

    @Test
    void stepsCountByTheKindOfTheirDestinationAndNeverByItsName() {
        meters.happened(List.of(step(EventKind.DELIVERED, "mx:stranger.example", "250 ok"),
                step(EventKind.HANDED_OVER, "queue:orders", "x"), step(EventKind.FAILED, "smart:a:25;b:25", "550 no"),
                step(EventKind.DEFERRED, "mx:stranger.example", "451 4.4.1 nobody there"),
                step(EventKind.DEFERRED, "whatever:stranger.example", "greylisted"),
                events.of(EventKind.BOUNCED).event()));
        assertThat(count(Metric.DELIVERED, "mx")).isEqualTo(1);
        assertThat(count(Metric.DELIVERED, "queue")).isEqualTo(1);
        assertThat(count(Metric.FAILED, "smart")).isEqualTo(1);
        assertThat(count(Metric.DEFERRED, "mx", "network")).isEqualTo(1);
        assertThat(count(Metric.DEFERRED, "unrouted", "greylisted")).isEqualTo(1);
        assertThat(count(Metric.BOUNCED)).isEqualTo(1);
        assertThat(meters.registry().scrape().stream().map(MetricSnapshot::toString)).noneMatch(
                text -> text.contains("stranger"));
    }

    @Test
    void whatIsSetAsideIsTakenToo() {
        Assessment suspicious = Assessment.NONE.judged(Verdict.QUARANTINE, Reason.NONE);
        meters.happened(List.of(events.of(EventKind.RECEIVED).assessed(suspicious).event(),
                events.of(EventKind.SUBMITTED).event()));
        assertThat(count(Metric.ACCEPTED, "smtp")).isEqualTo(1);
        assertThat(count(Metric.ACCEPTED, "application")).isEqualTo(1);
        assertThat(count(Metric.QUARANTINED)).isEqualTo(1);
    }

    @Test
    void timesAreCountedInSeconds() {
        long begun = meters.now();
        tick += Duration.ofMillis(30).toNanos();
        meters.replied(true, begun);
        meters.stored(DatabaseWork.PARK, begun);
        meters.scanned("clamd", Duration.ofSeconds(2));
        assertThat(times(Metric.TRANSACTION, "accepted").getSum()).isEqualTo(.03);
        assertThat(times(Metric.DATABASE, "park").getSum()).isEqualTo(.03);
        assertThat(times(Metric.SCANNER_TIME, "clamd").getSum()).isEqualTo(2);
        assertThat(times(Metric.TRANSACTION, "refused").getCount()).isZero();
    }

    @Test
    void onlyWhatWasDeliveredHasLeft() {
        meters.left(Lane.BULK, NOON.minusSeconds(90), List.of(step(EventKind.DEFERRED, "mx:a.example", "451 later")));
        assertThat(times(Metric.STAY, "bulk").getCount()).isZero();
        meters.left(Lane.BULK, NOON.minusSeconds(90), List.of(step(EventKind.DELIVERED, "mx:a.example", "250 ok")));
        assertThat(times(Metric.STAY, "bulk").getSum()).isEqualTo(90);
    }
}
