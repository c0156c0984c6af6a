package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;

/** What becomes of mail when the next hop says something else than yes. */
@World.Shared
class MindsTheNextHopIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "Q01", rfc = "5321 4.5.4.1", holds = "451 at RCPT: tried again later, not reported at once, others delivered")
    void laterIsTriedAgain(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            world.nextHop().says("RCPT TO:<later@test.example>", "451 4.3.0 later");
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<now@test.example>");
            client.say("RCPT TO:<later@test.example>");
            client.say("DATA");
            client.content(SampleMail.about("now and later"));
            assertThat(world.nextHop().await(m -> m.text().contains("Subject: now and later"), 2, LIMIT))
                    .extracting(m -> m.recipients().getFirst())
                    .containsExactly("RCPT TO:<now@test.example>", "RCPT TO:<later@test.example>");
        }
    }

    @Test
    @Demand(id = "Q02", rfc = "5321 6.1, 3464", holds = "550: a multipart/report with the null sender goes to the sender")
    @Demand(id = "Q03", rfc = "5321 6.1", level = "SEC", holds = "mail with the null sender that fails is not reported")
    void noIsReportedOnceToASender(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            world.nextHop().alwaysSays("RCPT TO:<never@test.example>", "550 5.1.1 nobody");
            client.mail("", "never@test.example", SampleMail.about("null sender fails"));
            client.mail("reports@test.example", "never@test.example", SampleMail.about("sender learns"));
            ReceivedMessage report = world.nextHop()
                    .await(m -> m.recipients().contains("RCPT TO:<reports@test.example>"), 1, LIMIT)
                    .getFirst();
            assertThat(report.mail()).startsWith("MAIL FROM:<>");
            assertThat(report.text()).containsIgnoringCase("multipart/report")
                    .contains("nobody")
                    .contains("Subject: sender learns");
            assertThat(world.nextHop().received()).noneMatch(m -> m.text().contains("Subject: null sender fails"));
        }
    }

    @Test
    @Demand(id = "Q04", rfc = "5321 4.5.4.1", holds = "the next hop ends the connection at RCPT: nothing is lost for the other recipient")
    void aLostConnectionLosesNothing(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            world.nextHop().says("RCPT TO:<dropped@test.example>", "421 4.3.2 closing");
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<dropped@test.example>");
            client.say("RCPT TO:<beside@test.example>");
            client.say("DATA");
            client.content(SampleMail.about("connection lost"));
            assertThat(world.nextHop()
                    .await(m -> m.text().contains("Subject: connection lost"), 1, LIMIT)
                    .getFirst()
                    .recipients())
                    .containsExactly("RCPT TO:<dropped@test.example>", "RCPT TO:<beside@test.example>");
        }
    }
}
