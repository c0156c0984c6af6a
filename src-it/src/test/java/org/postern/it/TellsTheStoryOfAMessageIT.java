package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;

/** The console tells what became of a message, from the first octet to the last reply, in the words of those who said them. */
@World.Shared
class TellsTheStoryOfAMessageIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void eachAttemptStandsThereWithTheRemotesWords(World world) throws IOException {
        world.nextHop()
                .says("RCPT TO:<story@test.example>", "451 4.7.1 come back, first", "451 4.7.1 come back, second");
        String id = hand(world, "story@test.example", "a story");

        String story = world.console().awaitStory(id, "Delivered");
        assertThat(story).containsSubsequence("From the first octet", "451 4.7.1 come back, first",
                "451 4.7.1 come back, second", "250 2.0.0 taken");
        assertThat(story).contains("story@test.example", "sender@client.example", "127.0.0.1");
        world.nextHop().awaitText("Subject: a story", LIMIT);
    }

    @Test
    void aMessageIsFoundByRecipientSenderAndName(World world) throws IOException {
        String id = hand(world, "found@test.example", "to be found");
        for (String wanted : new String[]{"found@test.example", "sender@client.example", "test.example", id}) {
            Await.until("search for " + wanted, LIMIT, () -> world.console().read("messages?q=" + wanted).contains(id));
        }
    }

    @Test
    void aRefusalBeforeThereIsAMessageIsFoundToo(World world) {
        Await.until("the refusal is told", LIMIT, () -> {
            SmtpDialogue.hand(world.gateway().smtp(), "refused-story@client.example", "b@elsewhere.example",
                    new byte[0]);
            return world.console().read("messages?q=refused-story@client.example").contains("efused");
        });
    }

    @Test
    void whatARemoteServerSaysIsTextAndNeverMarkup(World world) throws IOException {
        world.nextHop().alwaysSays("RCPT TO:<markup@test.example>", "550 5.7.1 <script>alert('x')</script>");
        String id = hand(world, "markup@test.example", "<b>markup</b>");
        assertThat(world.console().awaitStory(id, "<script>alert('x')</script>")).contains("550 5.7.1");
        assertThat(world.console().get("message?id=" + id).body()).doesNotContain("<script>alert('x')");
    }

    @Test
    void theDashboardCountsWhatCameAndWent(World world) throws IOException {
        hand(world, "counted@test.example", "to be counted");
        for (String range : new String[]{"hour", "day", "month"}) {
            Await.until("the figures of the last " + range, LIMIT, () -> {
                String figures = world.console().read("dashboard?range=" + range);
                return figures.matches(".*Received [\\d.]+k? [\\d.]+k? [1-9]\\d* .*")
                        && figures.matches(".*Delivered [\\d.]+k? [\\d.]+k? [1-9]\\d* .*");
            });
        }
    }

    private static String hand(World world, String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(world.gateway().smtp(), "sender@client.example", to,
                SampleMail.about(subject));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }
}
