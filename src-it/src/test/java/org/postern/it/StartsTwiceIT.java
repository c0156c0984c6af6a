package org.postern.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Application;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A stop is graceful, a second start takes the existing build, and what was in the data folder is there again. */
@Order(1)
class StartsTwiceIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void mailInFlightInQueuesAndParkedOutlastsAStop() throws Exception {
        try (RecordingServer nextHop = RecordingServer.start();
                Gateway gateway = Gateway.plan("twice").configuration("""
                        [[route]]
                        recipient = "app.example"
                        to = "queue:orders"
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        [settings]
                        "retry.schedule" = "5s,5s,5s"
                        """.formatted(nextHop.destination())).option("--drain", "4").start()) {
            nextHop.says("RCPT TO:<b@", "451 4.3.0 later")
                    .says("CONTENT RCPT TO:<slow@", RecordingServer.SILENCE);
            Application application = Application.at(gateway, "reader");
            try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
                client.mail("a@client.example", "orders@app.example", SampleMail.about("in the queue"));
                client.mail("a@client.example", "b@test.example", SampleMail.about("parked"));
                client.mail("a@client.example", "slow@test.example", SampleMail.about("cut short"));
            }
            nextHop.awaitSilence(1, LIMIT);
            stopWithAMessageInFlight(gateway);
            assertThat(gateway.output()).endsWith("Stopped.");
            assertThat(header(gateway)).startsWith("H:2,")
                    .as("what H2 may take for an older one")
                    .doesNotContain("clean");

            long begin = System.nanoTime();
            gateway.start();
            System.out.printf("second start: ready after %.1f s%n", (System.nanoTime() - begin) / 1e9);
            assertThat(gateway.output()).doesNotContain("Building");
            assertThat(application.read("orders")).extracting(Application.Mail::text)
                    .hasSize(2)
                    .anySatisfy(text -> assertThat(text).contains("Subject: in the queue"))
                    .anySatisfy(text -> assertThat(text).contains("Subject: in flight"));
            nextHop.awaitText("Subject: parked", LIMIT);
            // Whether the server had it nobody could know. The interrupt that ended the delivery has reached neither store.
            nextHop.awaitText("Subject: cut short", LIMIT);
            assertThat(gateway.log()).contains("POSTERN2032")
                    .doesNotContain("POSTERN2030", "POSTERN2031", "ClosedByInterrupt");
        }
    }

    /** {@return the first line of the database's file} */
    private static String header(Gateway gateway) throws IOException {
        try (BufferedReader file = Files.newBufferedReader(gateway.data().resolve("db/postern.mv.db"), ISO_8859_1)) {
            return file.readLine();
        }
    }

    private static void stopWithAMessageInFlight(Gateway gateway) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<orders@app.example>");
            assertThat(client.say("DATA")).startsWith("354");
            Future<Integer> stop = CompletableFuture.supplyAsync(gateway::stop);
            assertThat(client.content(SampleMail.about("in flight"))).startsWith("250");
            assertThat(stop.get()).isZero();
        }
    }
}
