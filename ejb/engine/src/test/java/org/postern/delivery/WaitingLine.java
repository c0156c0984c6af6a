package org.postern.delivery;

import org.postern.delivery.gate.GateScene;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.OwnHosts;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.RetryPlan;
import org.postern.delivery.outcome.RetryPlans;
import org.postern.delivery.outcome.RetrySchedule;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.queue.QueuedMail;
import org.postern.queue.Recalls.Recall;
import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/** Plays the database and its poller on a clock that is set, and counts. */
public final class WaitingLine {
    private final GateScene scene;
    private final Delivery delivery;
    private final PriorityQueue<Row> rows = new PriorityQueue<>();
    public int takings;
    public int movings;

    private record Row(Instant due, long number, QueuedMail mail) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byDue = due.compareTo(other.due);
            return byDue == 0 ? Long.compare(number, other.number) : byDue;
        }
    }

    public WaitingLine(GateScene scene, KnownNames names, OutboundSessions servers) {
        this(scene, names, servers, (destination, server) -> new TlsPolicies.Demanded(new TlsDemand.May()));
    }

    public WaitingLine(GateScene scene, KnownNames names, OutboundSessions servers, TlsPolicies policies) {
        this(scene, names, servers, policies, TakenMarks.NONE);
    }

    public WaitingLine(GateScene scene, KnownNames names, OutboundSessions servers, TlsPolicies policies,
            TakenMarks marks) {
        this.scene = scene;
        QueueIds ids = new QueueIds(scene.clock, new Random(1));
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofMinutes(5), Duration.ofHours(1)),
                Duration.ofDays(5), 0);
        Deliverer deliverer = new Deliverer(
                new HostFinder(names, new Random(1), new HostHealth(scene.clock, Duration.ofMinutes(1)),
                        new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 5)),
                servers,
                policies, scene.clock,
                Duration.ofMinutes(5));
        delivery = new Delivery(scene.plates, scene.gate, deliverer, message -> message, marks,
                new AfterAttempt(new RetryPlans(List.of(), new RetryPlan(schedule, Map.of(), Optional.empty())),
                        new Random(1), ids, new EventSource(scene.clock, ids)),
                scene.clock);
    }

    public void arrive(Destination destination, int messages) throws InterruptedException {
        QueuedMail mail = Mail.queued(Mail.to("x@example.net"), 0).to(Optional.of(destination));
        for (int i = 0; i < messages; i++) {
            take(new Row(scene.clock.instant(), i, mail));
        }
    }

    private void take(Row row) throws InterruptedException {
        takings++;
        delivery.attempt("taking", row.mail())
                .parked()
                .ifPresent(parked -> rows.add(new Row(parked.due().orElseThrow(), row.number(), parked.mail())));
    }

    /** Looks once a second. */
    public void pass(Duration time) throws InterruptedException {
        Instant end = scene.clock.instant().plus(time);
        while (scene.clock.instant().isBefore(end)) {
            scene.clock.pass(Duration.ofSeconds(1));
            look(scene.clock.instant());
        }
    }

    private void look(Instant now) throws InterruptedException {
        for (Recall recall : scene.gate.recalls(now)) {
            recall(recall, now);
        }
        List<Row> moved = new ArrayList<>();
        while (!rows.isEmpty() && !rows.peek().due().isAfter(now)) {
            Row row = rows.remove();
            Optional<Instant> later = scene.gate.putOff(row.mail().destination().orElseThrow(), row.mail().lane(),
                    row.mail().arrived(), now);
            if (later.isEmpty()) {
                take(row);
            } else {
                movings++;
                moved.add(new Row(later.get(), row.number(), row.mail()));
            }
        }
        rows.addAll(moved);
    }

    private void recall(Recall recall, Instant now) {
        List<Row> called = rows.stream()
                .filter(row -> row.due().isAfter(now)
                        && row.mail().destination().equals(Optional.of(recall.destination())))
                .sorted()
                .limit(recall.most())
                .toList();
        rows.removeAll(called);
        called.forEach(row -> rows.add(new Row(now, row.number(), row.mail())));
        if (called.isEmpty()) {
            scene.gate.settled(recall.destination());
        }
    }

    public int left() {
        return rows.size();
    }
}
