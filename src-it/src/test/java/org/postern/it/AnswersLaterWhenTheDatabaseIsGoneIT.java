package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Application;
import org.postern.it.harness.Arrivals;
import org.postern.it.harness.Await;
import org.postern.it.harness.DatabaseServer;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;

import java.time.Duration;

/** Without its database the gateway may say "later", but what it takes it keeps; and it needs nobody to go on afterwards. */
@Order(1)
class AnswersLaterWhenTheDatabaseIsGoneIT {
    private static final int MESSAGES = 600;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String INCOMING = "/subsystem=messaging-activemq/server=default/jms-queue=postern.incoming"
            + ":read-attribute(name=delivering-count)";

    @Test
    void whatIsTakenWhileTheDatabaseIsGoneArrivesAndTheGatewayGoesOnByItself() throws Exception {
        Arrivals arrivals = new Arrivals(3 * MESSAGES);
        try (DatabaseServer database = DatabaseServer.start();
                RecordingServer nextHop = RecordingServer.start("127.0.0.1", 0, arrivals);
                RecordingServer later = RecordingServer.start();
                Gateway gateway = Gateway.plan("database").set("db.url", database.url()).configuration("""
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        [[route]]
                        recipient = "later.example"
                        to = "%s"
                        [settings]
                        "retry.schedule" = "1s,1s,2s,2s,5s,5s,5s,5s,5s,5s,5s"
                        """.formatted(nextHop.destination(), later.destination())).start()) {
            NumberedLoad before = new NumberedLoad(gateway.smtp(), 0, MESSAGES, 5).start();
            before.awaitEnd(LIMIT);

            nextHop.alwaysSays("RCPT", "451 4.3.0 not now, so that mail would have to be parked");
            NumberedLoad without = new NumberedLoad(gateway.smtp(), MESSAGES, MESSAGES, 5).start();
            without.awaitAcknowledged(MESSAGES / 2, LIMIT);
            database.down();
            Await.until("the gateway says that it is not ready", LIMIT, () -> !gateway.isReady());
            database.up();
            nextHop.saysYesAgain();

            Await.until("the gateway is ready again", LIMIT, gateway::isReady);
            without.awaitEnd(LIMIT);
            NumberedLoad after = new NumberedLoad(gateway.smtp(), 2 * MESSAGES, MESSAGES, 5).start();
            after.awaitEnd(LIMIT);
            for (NumberedLoad load : new NumberedLoad[]{before, without, after}) {
                arrivals.await(load.acknowledged(), LIMIT);
            }
            whatNeedsTheDatabaseWaitsForItUntriedAndThroughAStop(gateway, database, later);
        }
    }

    private static void whatNeedsTheDatabaseWaitsForItUntriedAndThroughAStop(Gateway gateway, DatabaseServer database,
            RecordingServer nextHop) {
        Application application = Application.at(gateway, "billing");
        database.down();
        Await.until("the gateway says that it is not ready", LIMIT, () -> !gateway.isReady());
        application.submit("billing@app.example", "you@later.example", SampleMail.about("for later"));
        Await.until("a stage waits with it", LIMIT, () -> gateway.manage(INCOMING).contains("=> 1"));
        assertThat(gateway.stop()).isZero();
        assertThat(nextHop.received()).isEmpty();

        database.up();
        gateway.start();
        nextHop.awaitText("Subject: for later", LIMIT);
    }

    @Test
    void aGatewayThatFindsNoDatabaseSaysSoAndDoesNotStart() {
        try (DatabaseServer database = DatabaseServer.start();
                Gateway gateway = Gateway.plan("no-database")
                        .set("db.url", database.url())
                        .configuration("")
                        .prepare()) {
            database.down();
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(gateway.output()).contains("Not ready").contains("java:/jdbc/postern");
        }
    }
}
