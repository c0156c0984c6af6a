package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Arrivals;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.harness.Ports;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

/** The listeners do what the server does (suspend, resume, undeploy, redeploy), and no mail is lost by it. */
class FollowsTheServersStateIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MESSAGES = 6_000;
    private static final int SESSIONS = 10;

    private static final Arrivals ARRIVALS = new Arrivals(2 * MESSAGES);
    private static RecordingServer nextHop;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        nextHop = RecordingServer.start("127.0.0.1", 0, ARRIVALS);
        gateway = Gateway.plan("state").configuration("""
                [[route]]
                recipient = "test.example"
                to = "%s"
                [settings]
                "retry.schedule" = "1s,1s,2s,2s,5s"
                "rate.messages" = 0
                "rate.connections" = 0
                "rate.commands" = 0
                """.formatted(nextHop.destination())).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        nextHop.close();
    }

    @Test
    void suspendedItSaysLaterAndResumedItGoesOnUnderLoad() throws Exception {
        NumberedLoad load = new NumberedLoad(gateway.smtp(), 0, MESSAGES, SESSIONS).start();
        load.awaitAcknowledged(MESSAGES / 4, LIMIT);
        gateway.manage(":suspend(suspend-timeout=10)");
        assertThat(greeting()).startsWith("421 4.3.2");
        gateway.manage(":resume");
        Await.until("the listener greets again", LIMIT, () -> greeting().startsWith("220"));
        load.awaitEnd(LIMIT);
        ARRIVALS.await(load.acknowledged(), LIMIT);
        assertThat(ARRIVALS.missing(load.acknowledged()).cardinality()).isZero();
    }

    @Test
    void undeployedItFreesThePortAndRedeployedItTakesItAgainUnderLoad() throws Exception {
        NumberedLoad load = new NumberedLoad(gateway.smtp(), MESSAGES, MESSAGES, SESSIONS).start();
        load.awaitAcknowledged(MESSAGES / 4, LIMIT);
        gateway.manage("/deployment=postern.ear:undeploy");
        assertThatThrownBy(() -> SmtpDialogue.connect(gateway.smtp())).isInstanceOf(ConnectException.class);
        gateway.manage("/deployment=postern.ear:deploy");
        Ports.awaitListening(gateway.smtp(), gateway.processes().root());
        load.awaitAcknowledged(MESSAGES / 2, LIMIT);
        gateway.manage("/deployment=postern.ear:redeploy");
        load.awaitEnd(LIMIT);
        ARRIVALS.await(load.acknowledged(), LIMIT);
        assertThat(ARRIVALS.missing(load.acknowledged()).cardinality()).isZero();
    }

    private static String greeting() throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connect(gateway.smtp())) {
            return dialogue.hear();
        }
    }
}
