package org.postern.it.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;

/** Mail in quarantine is found, looked at, released, learnt, and its sender allowed or blocked, by one search and two clicks. */
@World.Shared
class LetsPeopleDecideIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static String hand(World world, String from, String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(world.gateway().smtp(), from, to, ("X-Spam-Flag: YES\r\nFrom: Ann <" + from
                + ">\r\nTo: " + to
                + "\r\nSubject: " + subject + "\r\n\r\nOf two words at least, " + subject + "\r\n").getBytes(UTF_8));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1).strip();
    }

    @Test
    void oneSearchAndTwoClicksReleaseAndTeachAndNobodyJudgesItAgain(World world) throws IOException {
        QuarantinePage page = new QuarantinePage(world.console());
        String id = hand(world, "ann@sender.example", "honest@test.example", "suspicious but honest");
        String key = page.awaitOnly("honest@test.example");

        page.press("honest@test.example", key, "chosenHam");

        world.nextHop().awaitText("Subject: suspicious but honest", LIMIT);
        assertThat(world.console().awaitStory(id, "Delivered")).contains("by admin");
        assertThat(world.console().read("quarantine?q=honest@test.example")).contains("Nothing in quarantine matches");
        String learnt = new LocalQueue(world.gateway(), "learn").ask("status").toString();
        assertThat(learnt).contains("admin");
    }

    @Test
    void aLookTellsWhatWasFoundAndWhatItAddsUpTo(World world) throws IOException {
        QuarantinePage page = new QuarantinePage(world.console());
        hand(world, "ann@sender.example", "seen@test.example", "=?utf-8?q?suspicious_t=C3=A9xt?=");
        String key = page.awaitOnly("seen@test.example");
        String list = world.console().read("quarantine?q=seen@test.example");
        assertThat(list).contains("Ann <ann@sender.example>", "Expires");
        String one = page.read(key);
        assertThat(one).contains("Why it is held", "Total", "ann@sender.example", "Deleted if nobody decides");
    }

    @Test
    void anAllowedSenderStandsOnTheListAndTheMailIsOnItsWay(World world) throws IOException {
        QuarantinePage page = new QuarantinePage(world.console());
        hand(world, "friend@sender.example", "allow@test.example", "suspicious friend");
        String key = page.awaitOnly("allow@test.example");

        page.press("allow@test.example", key, "chosenAllow");

        world.nextHop().awaitText("Subject: suspicious friend", LIMIT);
        assertThat(LocalQueue.ofLists(world.gateway()).ask("show", "list", "allow").toString())
                .contains("friend@sender.example");
    }

    @Test
    void aBlockedSenderIsHeardNoMore(World world) throws IOException {
        QuarantinePage page = new QuarantinePage(world.console());
        hand(world, "foe@foes.example", "block@test.example", "suspicious foe");
        String key = page.awaitOnly("block@test.example");

        page.pressOn(key, "Block");

        assertThat(page.read(key)).contains("It does not wait in quarantine");
        Await.until("the sender is blocked", LIMIT, () -> SmtpDialogue.hand(world.gateway().smtp(), "foe@foes.example",
                "block@test.example", "Subject: again\r\n\r\nx\r\n".getBytes(UTF_8)).startsWith("550"));
        assertThat(world.nextHop().received().stream().filter(m -> m.text().contains("suspicious foe"))).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidSo(World world) {
        QuarantinePage page = new QuarantinePage(world.console());
        assertThat(page.read("no such key")).contains("It does not wait in quarantine");
        assertThat(world.console().read("quarantine?q=nobody@test.example")).contains("Nothing in quarantine matches");
    }
}
