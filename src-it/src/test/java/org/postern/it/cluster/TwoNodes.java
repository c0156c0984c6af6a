package org.postern.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Application;
import org.postern.it.harness.Arrivals;
import org.postern.it.harness.ArtemisBroker;
import org.postern.it.harness.Await;
import org.postern.it.harness.Balancer;
import org.postern.it.harness.Cable;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.harness.PostgresServer;
import org.postern.it.harness.RecordingServer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Two gateways, two brokers, PostgreSQL and a load balancer; between the gateways and the database lies a cable. */
final class TwoNodes {
    static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int SESSIONS = 50;
    private static final int MESSAGES = 1500;
    private static final int MOST = 20 * MESSAGES;
    private static final String LOOPBACK = "127.0.0.1:";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals(MOST);
    private int next;

    final PostgresServer database;
    final Cable toDatabase;
    final List<ArtemisBroker> brokers;
    final Gateway one;
    final Gateway two;
    private final RecordingServer nextHop;
    private final Balancer balancer;

    /** @param brokers two, started */
    TwoNodes(List<ArtemisBroker> brokers) {
        this.brokers = List.copyOf(brokers);
        brokers.forEach(this::opened);
        database = opened(PostgresServer.start());
        toDatabase = opened(Cable.to(database.port()));
        nextHop = opened(RecordingServer.start("127.0.0.1", 0, arrivals));
        one = opened(gateway("one"));
        two = opened(gateway("two"));
        one.launch();
        two.start();
        awaitAllWell();
        balancer = opened(Balancer.before(one, two));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.addFirst(resource);
        return resource;
    }

    private Gateway gateway(String name) {
        return Gateway.plan("node-" + name)
                .set("node", name)
                .set("gateway.name", name + ".example")
                .set("db.driver", "postgresql")
                .set("db.url", "jdbc:postgresql://" + LOOPBACK + toDatabase.port() + "/postgres")
                .set("db.user", database.user())
                .secret("db.password", "any")
                .set("broker.hosts",
                        LOOPBACK + brokers.getFirst().port() + "," + LOOPBACK + brokers.getLast().port())
                .secret("broker.password", Application.PASSWORD)
                .configuration("""
                        [listener.mx]
                        proxy = true
                        [networks]
                        proxies = ["127.0.0.0/8"]
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        [[route]]
                        recipient = "app.example"
                        to = "queue:orders"
                        [settings]
                        "retry.schedule" = "1s,2s,2s,2s,2s,5s,5s,5s,5s,5s,5s,10s,10s,10s,10s,10s,10s"
                        "delivery.back-off" = "1s"
                        "delivery.longest-back-off" = "1s"
                        "rate.messages" = 0
                        "rate.connections" = 0
                        "rate.commands" = 0
                        """.formatted(nextHop.destination()))
                .prepare();
    }

    /** Waits until both take mail. */
    void awaitAllWell() {
        Await.until("both gateways take mail", LIMIT, () -> one.isReady() && two.isReady());
    }

    /** Something that is done to a part, and how it is made good. */
    @FunctionalInterface
    interface Deed {
        void act() throws Exception;
    }

    /**
     * Has fifty sessions hand in mail, lets the fault happen among them and makes it good, and waits until all mail has arrived.
     *
     * @param what for people, who read how long nobody got a 250
     * @param goesOn whether more mail is taken while the fault lasts: it is made good after that, or else as soon as no gateway takes any
     */
    void nothingIsLostWhen(String what, Deed fault, boolean goesOn, Deed good) throws Exception {
        NumberedLoad load = new NumberedLoad(balancer.port(), next, MESSAGES, SESSIONS).start();
        BitSet all = new BitSet();
        all.set(next, next + MESSAGES);
        next += MESSAGES;
        load.awaitAcknowledged(MESSAGES / 4, LIMIT);
        try (Pause pause = Pause.of(load, MESSAGES)) {
            fault.act();
            try {
                if (goesOn) {
                    load.awaitAcknowledged(MESSAGES / 2, LIMIT);
                } else {
                    Await.until("no gateway takes mail", LIMIT, () -> !one.isReady() && !two.isReady());
                }
            } finally {
                good.act();
            }
            load.awaitEnd(LIMIT);
            arrivals.await(all, LIMIT);
            System.out.printf("%s: all of %d arrived, %d more than once, %d deferred, longest without a 250: %.1f s%n",
                    what, MESSAGES, twice(all).cardinality(), load.deferred(), pause.longest().toMillis() / 1000.0);
        }
        awaitAllWell();
        assertThat(arrivals.missing(all)).isEqualTo(new BitSet());
    }

    private BitSet twice(BitSet all) {
        BitSet twice = arrivals.repeated();
        twice.and(all);
        return twice;
    }

    void close() throws Exception {
        for (AutoCloseable resource : open) {
            resource.close();
        }
    }
}
