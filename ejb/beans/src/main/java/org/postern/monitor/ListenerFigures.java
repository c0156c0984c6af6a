package org.postern.monitor;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.server.ManagementTree;
import org.postern.metric.Metric;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** What the listeners of this node count themselves. */
@Singleton
class ListenerFigures {
    private static final String LISTENERS = "org.postern:type=SmtpListener,*";
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final ManagementTree tree;
    private final InstantSource clock;

    @Inject
    ListenerFigures(ManagementTree tree, InstantSource clock) {
        this.tree = tree;
        this.clock = clock;
    }

    private record Refused(int code, String rule, long count) {}

    private record Listener(String name, boolean isOpen, long sessions, long begun, long messages, long handshakes,
            OptionalLong certificateEnds, List<Refused> refused) {}

    List<MetricSnapshot> all() {
        Sheet up = new Sheet(Metric.LISTENER_UP);
        Sheet sessions = new Sheet(Metric.SESSIONS);
        Sheet begun = new Sheet(Metric.SESSIONS_BEGUN);
        Sheet messages = new Sheet(Metric.RECEIVED);
        Sheet handshakes = new Sheet(Metric.HANDSHAKES_FAILED);
        Sheet certificates = new Sheet(Metric.CERTIFICATE);
        Sheet refused = new Sheet(Metric.REFUSED);
        Instant now = clock.instant();
        for (Listener one : tree.read(LISTENERS, ListenerFigures::read)) {
            up.add(one.isOpen() ? 1 : 0, one.name());
            sessions.add(one.sessions(), one.name());
            begun.add(one.begun(), one.name());
            messages.add(one.messages(), one.name());
            handshakes.add(one.handshakes(), one.name());
            one.certificateEnds()
                    .ifPresent(end -> certificates.add((end - now.getEpochSecond()) / DAY, one.name()));
            one.refused()
                    .forEach(kind -> refused.add(kind.count(), one.name(), Integer.toString(kind.code()),
                            kind.rule().isEmpty() ? "none" : kind.rule()));
        }
        return List.of(up.done(), sessions.done(), begun.done(), messages.done(), handshakes.done(),
                certificates.done(), refused.done());
    }

    private static Listener read(ManagementTree.Bean bean) {
        return new Listener(bean.text("Name"), bean.text("State").equals("OPEN"), bean.number("Sessions"),
                bean.number("SessionsBegun"), bean.number("MessagesAccepted"), bean.number("HandshakesFailed"),
                bean.rows("Certificates").stream().mapToLong(row -> row.number("ends")).min(),
                bean.rows("Refusals")
                        .stream()
                        .map(row -> new Refused((int) row.number("code"), row.text("rule"), row.number("count")))
                        .toList());
    }
}
