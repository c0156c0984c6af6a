package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Arrivals;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.harness.RecordingServer;

import java.time.Duration;
import java.util.BitSet;

/**
 * What got its 250 arrives, whatever happens to the process. A duplicate is the price, and only where a kill left open whether the
 * other side had heard.
 */
@Order(1)
class SurvivesKillIT {
    private static final int MESSAGES = 20_000;
    private static final int KILLS = 3;
    private static final int SESSIONS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void everyMessageThatGotIts250ArrivesThoughTheServerIsKilledThreeTimes() throws InterruptedException {
        Arrivals arrivals = new Arrivals(MESSAGES);
        try (RecordingServer nextHop = RecordingServer.start("127.0.0.1", 0, arrivals);
                Gateway gateway = Gateway.plan("kill").configuration("""
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        [settings]
                        "retry.schedule" = "1s,2s,2s,2s,2s,5s,5s,5s,5s,5s,5s,10s,10s,10s,10s,10s,10s"
                        "delivery.back-off" = "1s"
                        "delivery.longest-back-off" = "1s"
                        "rate.messages" = 0
                        "rate.connections" = 0
                        "rate.commands" = 0
                        """.formatted(nextHop.destination())).behindOthers().start()) {
            NumberedLoad load = new NumberedLoad(gateway.smtp(), 0, MESSAGES, SESSIONS).start();
            int slice = MESSAGES / (KILLS + 1);
            for (int kill = 1; kill <= KILLS; kill++) {
                load.awaitAcknowledged(kill * slice - slice / 2, LIMIT);
                nextHop.down();
                load.awaitAcknowledged(kill * slice - slice / 4, LIMIT);
                nextHop.up();
                load.awaitAcknowledged(kill * slice, LIMIT);
                gateway.kill();
                gateway.start();
            }
            load.awaitEnd(LIMIT);
            arrivals.await(load.acknowledged(), LIMIT);
            report(load, arrivals);
            assertThat(arrivals.missing(load.acknowledged())).isEqualTo(new BitSet());
        }
    }

    private static void report(NumberedLoad load, Arrivals arrivals) {
        BitSet ours = arrivals.repeated();
        ours.andNot(load.uncertain());
        System.out.printf(
                "%d messages, %d kills: all arrived; %d more than once, %d of them though their client had sent them once;"
                        + " %d times the client heard \"later\"%n",
                MESSAGES, KILLS, arrivals.repeated().cardinality(), ours.cardinality(), load.deferred());
    }
}
