package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What the next server refuses for good is reported to the sender (RFC 3461, RFC 3464), once, and never about a report. */
@World.Shared
class BouncesWhatIsRefusedIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void theOneRefusedIsReportedAndTheOtherIsDelivered(World world) throws IOException {
        String home = world.remoteDomain("bounce-home.example");
        world.nextHop().alwaysSays("RCPT TO:<gone@test.example>", "550 5.1.1 nobody of that name");
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<sender@" + home + ">");
            client.say("RCPT TO:<here@test.example>");
            client.say("RCPT TO:<gone@test.example>");
            client.say("DATA");
            assertThat(client.content(SampleMail.about("one of two"))).startsWith("250");
        }
        assertThat(world.nextHop().awaitText("Subject: one of two", LIMIT).recipients())
                .containsExactly("RCPT TO:<here@test.example>");

        List<ReceivedMessage> reports = world.remote().await(to("sender@" + home), 1, LIMIT);
        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().mail()).startsWith("MAIL FROM:<>");
        assertThat(reports.getFirst().text()).containsIgnoringCase("Content-Type: multipart/report")
                .contains("report-type=delivery-status")
                .contains("Reporting-MTA: dns; gateway.example")
                .containsIgnoringCase("Final-Recipient: rfc822; gone@test.example")
                .contains("Action: failed")
                .contains("Status: 5.1.1")
                .contains("Diagnostic-Code: smtp; 550 5.1.1 nobody of that name")
                .contains("Subject: one of two")
                .doesNotContain("here@test.example\r\nAction");
    }

    @Test
    void aReportThatFailsIsNotReported(World world) throws IOException {
        String home = world.remoteDomain("refuses-reports.example");
        String back = "RCPT TO:<sender@" + home + ">";
        world.remote().alwaysSays(back, "550 5.7.1 no reports here");
        world.nextHop().alwaysSays("RCPT TO:<gone-too@test.example>", "550 5.1.1 nobody");
        String id = hand(world, "sender@" + home, "gone-too@test.example", "unwanted");
        assertThat(world.console().awaitStory(id, "Sender informed")).contains("550 5.1.1 nobody");
        Await.until("the report is refused", LIMIT, () -> world.remote().heard(back) == 1);

        hand(world, "someone@" + home, "gone-too@test.example", "unwanted as well");
        world.remote().await(to("someone@" + home), 1, LIMIT);
        assertThat(world.remote().heard(back)).isEqualTo(1);
        assertThat(world.remote().received()).noneMatch(m -> m.text().contains("no reports here"));
    }

    @Test
    void mailWithTheNullReversePathIsNeverReported(World world) throws IOException {
        world.nextHop().alwaysSays("RCPT TO:<no-null@test.example>", "550 5.1.1 nobody");
        String id = hand(world, "", "no-null@test.example", "from nobody");
        assertThat(world.console().awaitStory(id, "Failed")).contains("550 5.1.1 nobody")
                .doesNotContain("Sender informed");
    }

    private static String hand(World world, String from, String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(world.gateway().smtp(), from, to, SampleMail.about(subject));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    private static java.util.function.Predicate<ReceivedMessage> to(String address) {
        return message -> message.recipients().stream().anyMatch(r -> r.startsWith("RCPT TO:<" + address + ">"));
    }
}
