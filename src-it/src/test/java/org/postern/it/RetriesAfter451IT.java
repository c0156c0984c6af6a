package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;

/** "Later" from the next server means later: the message waits, and is tried again until it is taken. */
@World.Shared
class RetriesAfter451IT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void twiceLaterThenYesDeliversOnTheThirdAttempt(World world) throws IOException {
        world.nextHop()
                .says("RCPT TO:<greylisted@test.example>", "451 4.7.1 greylisted, first",
                        "451 4.7.1 greylisted, second");
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.mail("a@client.example", "greylisted@test.example", SampleMail.about("third time")))
                    .startsWith("250");
        }
        ReceivedMessage message = world.nextHop().awaitText("Subject: third time", LIMIT);
        assertThat(message.recipients()).containsExactly("RCPT TO:<greylisted@test.example>");
    }

    @Test
    void laterAfterTheContentCountsToo(World world) throws IOException {
        world.nextHop().says("CONTENT RCPT TO:<full@test.example>", "452 4.3.1 no room");
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.mail("a@client.example", "full@test.example", SampleMail.about("no room at first")))
                    .startsWith("250");
        }
        world.nextHop().awaitText("Subject: no room at first", LIMIT);
    }

    @Test
    void onlyTheRecipientThatWasDeferredIsTriedAgain(World world) throws IOException {
        world.nextHop().says("RCPT TO:<slow@test.example>", "450 4.2.1 mailbox busy");
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<quick@test.example>");
            client.say("RCPT TO:<slow@test.example>");
            client.say("DATA");
            assertThat(client.content(SampleMail.about("quick and slow"))).startsWith("250");
        }
        world.nextHop().await(m -> m.text().contains("Subject: quick and slow"), 2, LIMIT);
        assertThat(world.nextHop().received().stream().filter(m -> m.text().contains("Subject: quick and slow")))
                .extracting(m -> String.join(" ", m.recipients()))
                .containsExactly("RCPT TO:<quick@test.example>", "RCPT TO:<slow@test.example>");
    }
}
