package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;
import java.util.List;

/** What may follow what (RFC 5321, 4.1.4). */
@World.Shared
class KeepsTheOrderOfCommandsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "S01", rfc = "5321 4.1.4", level = "SHOULD", holds = "MAIL before EHLO or HELO: 503")
    void mailNeedsEhlo(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.hear();
            assertThat(client.say("MAIL FROM:<a@client.example>")).startsWith("503");
        }
    }

    @Test
    @Demand(id = "S02", rfc = "5321 4.1.4", holds = "RCPT before MAIL: 503")
    @Demand(id = "S03", rfc = "5321 4.1.4", holds = "DATA before MAIL: 503")
    void rcptAndDataNeedMail(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("RCPT TO:<b@test.example>")).startsWith("503");
            assertThat(client.say("DATA")).startsWith("503");
        }
    }

    @Test
    @Demand(id = "S04", rfc = "5321 3.3", holds = "DATA before RCPT: 503 or 554")
    void dataNeedsRcpt(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("DATA")).matches("(503|554) [^\n]*");
        }
    }

    @Test
    @Demand(id = "S05", rfc = "5321 4.1.4", holds = "nested MAIL: 503")
    void mailIsNotNested(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("MAIL FROM:<b@client.example>")).startsWith("503");
        }
    }

    @Test
    @Demand(id = "S06", rfc = "5321 4.1.1.2", holds = "MAIL without or with a broken argument: 501")
    void mailNeedsAPath(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (String broken : List.of("MAIL", "MAIL FROM", "MAIL FROM:", "MAIL FROM:a@client.example>",
                    "MAIL FROM:<a@>",
                    "MAIL FROM:<@client.example>", "MAIL FROM:<a@client.example")) {
                assertThat(client.say(broken)).as(broken).startsWith("501");
            }
        }
    }

    @Test
    @Demand(id = "S08", rfc = "5321 4.1.1.3", holds = "RCPT TO:<> and a broken RCPT: 5xx")
    void rcptNeedsAPath(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            for (String broken : List.of("RCPT TO:<>", "RCPT", "RCPT TO:", "RCPT TO:<b@test.example",
                    "RCPT TO:<b@@test.example>")) {
                assertThat(client.say(broken)).as(broken).startsWith("5");
            }
        }
    }

    @Test
    @Demand(id = "S09", rfc = "5321 4.1.1.11", holds = "an unknown parameter of MAIL or RCPT: 555, or 50x")
    void unknownParametersAreRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("MAIL FROM:<a@client.example> FOO=BAR")).matches("(555|50\\d) [^\n]*");
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("RCPT TO:<b@test.example> FOO=BAR")).matches("(555|50\\d) [^\n]*");
        }
    }

    @Test
    @Demand(id = "S24", rfc = "5321 3.3", holds = "of a good and a refused recipient the good one is served")
    @Demand(id = "S28", rfc = "5321 3.3", holds = "an unknown recipient is refused at RCPT with 550, others are served")
    void aRefusedRecipientLeavesTheOthers(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("RCPT TO:<unknown@app.example>")).startsWith("550");
            assertThat(client.say("RCPT TO:<good-one@test.example>")).startsWith("250");
            assertThat(client.say("DATA")).startsWith("354");
            assertThat(client.content(SampleMail.about("one good recipient"))).startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: one good recipient", LIMIT).recipients())
                    .containsExactly("RCPT TO:<good-one@test.example>");
        }
    }

    @Test
    @Demand(id = "S25", rfc = "5321 3.3", holds = "several transactions in one session")
    void oneSessionBringsSeveralMessages(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (int i = 1; i <= 3; i++) {
                assertThat(client.mail("a@client.example", "several@test.example",
                        SampleMail.about("several " + i + " of 3")))
                        .startsWith("250");
            }
            world.nextHop().await(m -> m.text().contains("Subject: several "), 3, LIMIT);
        }
    }

    @Test
    @Demand(id = "S22", rfc = "5321 4.5.3.1.8", holds = "100 recipients in one transaction")
    void aHundredRecipientsAreTaken(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            for (int i = 0; i < 100; i++) {
                assertThat(client.say("RCPT TO:<r" + i + "@test.example>")).startsWith("250");
            }
            assertThat(client.say("DATA")).startsWith("354");
            assertThat(client.content(SampleMail.about("a hundred recipients"))).startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: a hundred recipients", LIMIT).recipients()).hasSize(100);
        }
    }

    @Test
    @Demand(id = "S23", rfc = "5321 4.5.3.1.10", level = "SHOULD", holds = "10,000 RCPT are taken, or refused with 452, 5xx or 421; the next session works")
    void tenThousandRecipientsDoNoHarm(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            String reply = "250";
            for (int i = 0; i < 10_000 && !reply.startsWith("421"); i++) {
                reply = client.say("RCPT TO:<r" + i + "@test.example>");
                assertThat(reply).matches("(250|452|421|5\\d\\d) [^\n]*");
            }
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "next@test.example",
                SampleMail.about("after ten thousand"))).startsWith("250");
    }
}
