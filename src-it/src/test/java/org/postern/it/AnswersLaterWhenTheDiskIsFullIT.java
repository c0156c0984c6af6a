package org.postern.it;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postern.it.harness.Arrivals;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmallDisk;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;

/** On a full disk nothing is taken, nothing is lost, and nobody has to restart anything, not even when the database found it full. */
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
            disk.fillUpTo(0);
            assertThatThrownBy(() -> keepMuch(gateway)).isInstanceOf(IllegalStateException.class);
            disk.relieve();
            Await.until("the gateway takes mail again", LIMIT, () -> hand(gateway).startsWith("250"));

            NumberedLoad after = new NumberedLoad(gateway.smtp(), MESSAGES, MESSAGES, 5).start();
            after.awaitEnd(LIMIT);
            arrivals.await(before.acknowledged(), LIMIT);
            arrivals.await(after.acknowledged(), LIMIT);
            LocalQueue.ofRoutes(gateway).ask("alias", "address", "kept@test.example", "members", "a@test.example");
            assertThat(gateway.log()).doesNotContain("AMQ222183", "AMQ222141");
        }
    }

    /** More than H2's file has room for within itself. */
    private static void keepMuch(Gateway gateway) {
        String members = IntStream.range(0, 1000).mapToObj(i -> "m" + i + "@test.example").collect(joining(","));
        for (int i = 0; i < 1000; i++) {
            LocalQueue.ofRoutes(gateway).ask("alias", "address", "much" + i + "@test.example", "members", members);
        }
    }

    private static String hand(Gateway gateway) throws IOException {
        return SmtpDialogue.hand(gateway.smtp(), "a@client.example", "nobody@test.example",
                SampleMail.about("now?"));
    }
}
