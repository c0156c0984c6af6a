package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What the next server refuses for good is reported to the sender (RFC 3461, RFC 3464), once, and never about a report. */
@ExtendWith(World.Shared.class)
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
        String home = world.remoteDomain("refuses-bounces.example");
        world.remote().alwaysSays("RCPT TO:<sender@" + home + ">", "550 5.7.1 no reports here");
        world.nextHop().alwaysSays("RCPT TO:<gone-too@test.example>", "550 5.1.1 nobody");
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.mail("sender@" + home, "gone-too@test.example", SampleMail.about("unwanted"));
            client.mail("a@client.example", "afterwards@test.example", SampleMail.about("afterwards"));
        }
        world.nextHop().awaitText("Subject: afterwards", LIMIT);
        assertThat(world.remote().received()).noneMatch(m -> m.text().contains("Subject: unwanted"));
    }

    @Test
    void mailWithTheNullReversePathIsNeverReported(World world) throws IOException {
        world.nextHop().alwaysSays("RCPT TO:<no-null@test.example>", "550 5.1.1 nobody");
        int before = world.remote().received().size();
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.mail("", "no-null@test.example", SampleMail.about("from nobody"))).startsWith("250");
            client.mail("a@client.example", "after-null@test.example", SampleMail.about("after null"));
        }
        world.nextHop().awaitText("Subject: after null", LIMIT);
        assertThat(world.remote().received()).hasSize(before);
    }

    private static java.util.function.Predicate<ReceivedMessage> to(String address) {
        return message -> message.recipients().stream().anyMatch(r -> r.startsWith("RCPT TO:<" + address + ">"));
    }
}
