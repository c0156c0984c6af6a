package org.postern.admin.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.applications.QueueReading.Figures;
import org.postern.admin.server.BrokerQueues;
import org.postern.admin.server.ManagementTree;
import org.postern.admin.server.QueueView;
import org.postern.broker.JmsAddress;
import org.postern.queue.MailQueue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Reads the figures of the broker, at most once in a few seconds however many look, and keeps what it has read for two minutes, by which it tells how fast
 * queues fill and empty.
 */
@Singleton
public class Figuring {
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final String SETTINGS = "jboss.as:subsystem=messaging-activemq,server=default,address-setting=*";

    private final Supplier<QueueReading> source;
    private final InstantSource clock;
    private final Deque<QueueReading> kept = new ArrayDeque<>();

    @Inject
    Figuring(BrokerQueues queues, ManagementTree tree, InstantSource clock) {
        this(() -> read(queues, tree, clock.instant()), clock);
    }

    Figuring(Supplier<QueueReading> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Messages a minute.
     *
     * @param in that were added
     * @param out that left
     */
    record Rate(double in, double out) {}

    /** {@return what the broker holds, a few seconds old at most} */
    synchronized QueueReading now() {
        Instant now = clock.instant();
        if (kept.isEmpty() || !now.isBefore(kept.getLast().at().plus(GOOD_FOR))) {
            kept.addLast(source.get());
        }
        while (kept.size() > 1 && kept.getFirst().at().isBefore(now.minus(KEPT))) {
            kept.removeFirst();
        }
        return kept.getLast();
    }

    /** {@return how fast it goes; empty until somebody has looked twice} */
    synchronized Optional<Rate> rate(String name) {
        QueueReading last = now();
        QueueReading first = kept.getFirst();
        double minutes = Duration.between(first.at(), last.at()).toMillis() / 60_000.0;
        Optional<Figures> then = first.of(name);
        Optional<Figures> figures = last.of(name);
        if (minutes <= 0 || then.isEmpty() || figures.isEmpty()) {
            return Optional.empty();
        }
        double in = Math.max(0, figures.get().added() - then.get().added()) / minutes;
        double out = Math.max(0, in - (figures.get().depth() - then.get().depth()) / minutes);
        return Optional.of(new Rate(in, out));
    }

    private static QueueReading read(BrokerQueues queues, ManagementTree tree, Instant now) {
        Map<String, Figures> figures = new HashMap<>();
        queues.all().forEach(held -> figures.merge(name(held), figures(held.view()), Figures::plus));
        Set<String> dead = new TreeSet<>(Set.of(MailQueue.DEAD));
        tree.read(SETTINGS, bean -> dead.add(JmsAddress.queue(bean.text("deadLetterAddress"))));
        tree.read(SETTINGS, bean -> dead.add(JmsAddress.queue(bean.text("expiryAddress"))));
        dead.removeIf(name -> !figures.isEmpty() && !figures.containsKey("queue:" + name));
        return new QueueReading(!figures.isEmpty(), now, figures, dead);
    }

    private static String name(BrokerQueues.Held held) {
        return JmsAddress.isTopic(held.address())
                ? "topic:" + JmsAddress.topic(held.address())
                : "queue:" + held.view().name();
    }

    private static Figures figures(QueueView view) {
        return new Figures(view.depth(), view.delivering(), view.scheduled(), view.consumers(), view.added());
    }
}
