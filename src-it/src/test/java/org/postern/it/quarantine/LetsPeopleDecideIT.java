package org.postern.it.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;

/** Mail in quarantine is found, looked at, released, learnt, and its sender allowed or blocked, by one search and two clicks. */
class LetsPeopleDecideIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final RecordingServer NEXT_HOP = RecordingServer.start();
    private static final Gateway GATEWAY = Gateway.plan("decides").configuration("""
            [[route]]
            recipient = "test.example"
            to = "%s"
            [[rule]]
            name = "suspicious"
            header = "Subject: *suspicious*"
            action = "quarantine"
            [settings]
            "trust.quarantine" = 4
            "trust.quarantine-time" = "2d"
            """.formatted(NEXT_HOP.destination())).start();
    private static final Console CONSOLE = Console.withFirstAdministrator(GATEWAY, "admin", "correct horse battery");
    private static final QuarantinePage PAGE = new QuarantinePage(CONSOLE);

    private static String hand(String from, String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(GATEWAY.smtp(), from, to, ("From: Ann <" + from + ">\r\nTo: " + to
                + "\r\nSubject: " + subject + "\r\n\r\nOf two words at least, " + subject + "\r\n").getBytes(UTF_8));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1).strip();
    }

    @Test
    void oneSearchAndTwoClicksReleaseAndTeachAndNobodyJudgesItAgain() throws IOException {
        String id = hand("ann@sender.example", "honest@test.example", "suspicious but honest");
        String key = PAGE.awaitOnly("honest@test.example");

        PAGE.press("honest@test.example", key, "chosenHam");

        NEXT_HOP.awaitText("Subject: suspicious but honest", LIMIT);
        assertThat(CONSOLE.awaitStory(id, "Delivered")).contains("by admin");
        assertThat(CONSOLE.read("quarantine?q=honest@test.example")).contains("Nothing in quarantine matches");
        String learnt = new LocalQueue(GATEWAY, "learn").ask("status").toString();
        assertThat(learnt).contains("admin");
    }

    @Test
    void aLookTellsWhatWasFoundAndWhatItAddsUpTo() throws IOException {
        hand("ann@sender.example", "seen@test.example", "=?utf-8?q?suspicious_t=C3=A9xt?=");
        String key = PAGE.awaitOnly("seen@test.example");
        String list = CONSOLE.read("quarantine?q=seen@test.example");
        assertThat(list).contains("Ann <ann@sender.example>", "Expires");
        String one = PAGE.read(key);
        assertThat(one).contains("Why it is held", "Total", "ann@sender.example", "Deleted if nobody decides");
    }

    @Test
    void anAllowedSenderStandsOnTheListAndTheMailIsOnItsWay() throws IOException {
        hand("friend@sender.example", "allow@test.example", "suspicious friend");
        String key = PAGE.awaitOnly("allow@test.example");

        PAGE.press("allow@test.example", key, "chosenAllow");

        NEXT_HOP.awaitText("Subject: suspicious friend", LIMIT);
        assertThat(LocalQueue.ofLists(GATEWAY).ask("show", "list", "allow").toString())
                .contains("friend@sender.example");
    }

    @Test
    void aBlockedSenderIsHeardNoMore() throws IOException {
        hand("foe@foes.example", "block@test.example", "suspicious foe");
        String key = PAGE.awaitOnly("block@test.example");

        PAGE.pressOn(key, "Block");

        assertThat(PAGE.read(key)).contains("It does not wait in quarantine");
        Await.until("the sender is blocked", LIMIT, () -> SmtpDialogue.hand(GATEWAY.smtp(), "foe@foes.example",
                "block@test.example", "Subject: again\r\n\r\nx\r\n".getBytes(UTF_8)).startsWith("550"));
        assertThat(NEXT_HOP.received().stream().filter(m -> m.text().contains("suspicious foe"))).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(PAGE.read("no such key")).contains("It does not wait in quarantine");
        assertThat(CONSOLE.read("quarantine?q=nobody@test.example")).contains("Nothing in quarantine matches");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        NEXT_HOP.close();
    }
}
