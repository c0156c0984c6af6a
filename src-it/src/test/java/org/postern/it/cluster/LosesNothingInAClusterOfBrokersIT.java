package org.postern.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Application;
import org.postern.it.harness.ArtemisBroker;
import org.postern.it.harness.Await;
import org.postern.it.harness.Balancer;
import org.postern.it.harness.PostgresServer;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Two gateways on two brokers that both work: each of these ends, or is out of reach, under load, and the other one goes on. */
@Order(1)
class LosesNothingInAClusterOfBrokersIT {
    private static final byte[] MAIL = "Subject: of an application\r\n\r\nhello\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PostgresServer.exists() && Balancer.exists());
        List<ArtemisBroker> cluster = ArtemisBroker.cluster();
        cluster.forEach(ArtemisBroker::launch);
        cluster.forEach(ArtemisBroker::awaitLive);
        nodes = new TwoNodes(cluster);
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
    }

    @Test
    void aBrokerIsKilled() throws Exception {
        nodes.nothingIsLostWhen("one of two brokers killed", nodes.brokers.getFirst()::kill, true,
                nodes.brokers.getFirst()::start);
    }

    @Test
    void aBrokerDoesNotAnswer() throws Exception {
        nodes.nothingIsLostWhen("one of two brokers silent", nodes.brokers.getLast()::halt, true,
                nodes.brokers.getLast()::goOn);
    }

    /** A client of the broker needs to know no prefix: it hands in and reads by the names of the documentation, at whichever broker. */
    @Test
    void applicationsHandInAndReadAtEitherBroker() {
        Application at = Application.of(nodes.brokers.getFirst(), "app");
        at.submit("app@app.example", "orders@app.example", MAIL);
        assertThat(Application.of(nodes.brokers.getLast(), "app")
                .await("orders", "Subject: of an application", TwoNodes.LIMIT)
                .text()).contains("hello");
    }

    /** What an application could write there would pass by all rules. */
    @Test
    void theGatewaysOwnQueuesAreClosedToApplicationsUnderAnyName() {
        Application at = Application.of(nodes.brokers.getFirst(), "app");
        for (String closed : List.of("postern.outgoing", "jms.queue.postern.outgoing", "activemq.management",
                "$.artemis.internal.sf.mail.x")) {
            assertThatThrownBy(() -> at.submit("app@app.example", "orders@app.example", MAIL, closed)).as(closed)
                    .hasMessageContaining("does not have permission");
        }
        assertThatThrownBy(() -> at.read("topic:activemq.notifications"))
                .hasMessageContaining("does not have permission");
        assertThatThrownBy(() -> at.read("postern.dead")).hasMessageContaining("does not have permission");
    }

    /** Where the gateway looked before it went by plain names. */
    @Test
    void whatLiesUnderAFormerNameComesOver() {
        Application at = Application.of(nodes.brokers.getFirst(), "gateway");
        at.submit("app@app.example", "former@app.example", MAIL, "jms.queue.postern.submit");
        Application.of(nodes.brokers.getLast(), "app").await("orders", "Subject: of an application", TwoNodes.LIMIT);
        Await.until("the log says that it came over", TwoNodes.LIMIT,
                () -> nodes.one.log().contains("POSTERN2820") || nodes.two.log().contains("POSTERN2820"));
    }
}
