package org.postern.it.cluster;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.ArtemisBroker;
import org.postern.it.harness.Balancer;
import org.postern.it.harness.PostgresServer;
import org.postern.it.harness.WorkFolder;

import java.nio.file.Path;
import java.util.List;

/** Two gateways on a broker and its backup, which share a folder: each part ends, or is out of reach, under load. */
@Order(1)
class LosesNothingOnTwoNodesIT {
    private static WorkFolder shared;
    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PostgresServer.exists() && Balancer.exists());
        shared = WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "postern-pair-");
        List<ArtemisBroker> pair = ArtemisBroker.pair(shared.path());
        pair.getFirst().start();
        pair.getLast().launch();
        pair.getLast().awaitBackup();
        nodes = new TwoNodes(pair);
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
        shared.close();
    }

    @Test
    void aNodeIsKilled() throws Exception {
        nodes.nothingIsLostWhen("a node killed", nodes.one::kill, true, nodes.one::start);
    }

    @Test
    void theDatabaseIsKilled() throws Exception {
        nodes.nothingIsLostWhen("PostgreSQL killed", nodes.database::kill, false, nodes.database::up);
    }

    @Test
    void theNetworkToTheDatabaseIsCut() throws Exception {
        nodes.nothingIsLostWhen("network to PostgreSQL cut", nodes.toDatabase::cut, false, nodes.toDatabase::mend);
    }

    @Test
    void theLiveBrokerDoesNotAnswer() throws Exception {
        nodes.nothingIsLostWhen("the live broker silent", nodes.brokers.getFirst()::halt, false,
                nodes.brokers.getFirst()::goOn);
    }

    /** The backup goes on; when the other one is there again, it gives back what it had taken over. */
    @Test
    void theLiveBrokerIsKilled() throws Exception {
        nodes.nothingIsLostWhen("the live broker killed", nodes.brokers.getFirst()::kill, true, () -> {
            nodes.brokers.getFirst().start();
            nodes.brokers.getLast().awaitBackup();
        });
    }
}
