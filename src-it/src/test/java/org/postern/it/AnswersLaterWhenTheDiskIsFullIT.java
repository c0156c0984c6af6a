package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postern.it.harness.Arrivals;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmallDisk;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;

/** On a full disk nothing is taken, nothing is lost, and nobody has to restart anything. */
@EnabledIf(value = "org.postern.it.harness.SmallDisk#isPossible", disabledReason = "mounting a small disk needs root")
class AnswersLaterWhenTheDiskIsFullIT {
    private static final int MEBIBYTES = 300;
    private static final int MESSAGES = 300;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void aFullDiskMeansLaterUntilThereIsRoom() throws Exception {
        Arrivals arrivals = new Arrivals(2 * MESSAGES);
        try (SmallDisk disk = SmallDisk.of(MEBIBYTES);
                RecordingServer nextHop = RecordingServer.start("127.0.0.1", 0, arrivals);
                Gateway gateway = Gateway.plan("disk").data(disk.path().resolve("data")).configuration("""
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        """.formatted(nextHop.destination())).start()) {
            NumberedLoad before = new NumberedLoad(gateway.smtp(), 0, MESSAGES, 5).start();
            before.awaitEnd(LIMIT);

            disk.fillUpTo(1 << 20);
            Await.until("the gateway says \"later\"", LIMIT, () -> hand(gateway).startsWith("4"));
            disk.relieve();
            Await.until("the gateway takes mail again", LIMIT, () -> hand(gateway).startsWith("250"));

            NumberedLoad after = new NumberedLoad(gateway.smtp(), MESSAGES, MESSAGES, 5).start();
            after.awaitEnd(LIMIT);
            arrivals.await(before.acknowledged(), LIMIT);
            arrivals.await(after.acknowledged(), LIMIT);
            assertThat(gateway.log()).doesNotContain("AMQ222183", "AMQ222141");
        }
    }

    private static String hand(Gateway gateway) throws IOException {
        return SmtpDialogue.hand(gateway.smtp(), "a@client.example", "nobody@test.example",
                SampleMail.about("now?"));
    }
}
