package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What waits can be looked at, held, released, tried, expired, returned, sent elsewhere and dropped; a destination can be paused. */
class ActsOnParkedMailIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final RecordingServer NEXT_HOP = RecordingServer.start();
    private static final RecordingServer OTHER = RecordingServer.start();
    private static final Gateway GATEWAY = Gateway.plan("acts").configuration("""
            [[route]]
            recipient = "test.example"
            to = "%s"
            [[route]]
            recipient = "home.example"
            to = "%s"
            [[retry-rule]]
            recipient = "slow@test.example"
            schedule = "1s"
            delay-notice = "1s"
            expiry = "1h"
            [settings]
            "retry.schedule" = "1h"
            """.formatted(NEXT_HOP.destination(), OTHER.destination())).start();
    private static final LocalQueue QUEUE = new LocalQueue(GATEWAY);
    private static final Console CONSOLE = Console.withFirstAdministrator(GATEWAY, "admin", "correct horse battery");

    private static String parked(String localPart) throws IOException {
        NEXT_HOP.says("RCPT TO:<" + localPart + "@test.example>", "452 4.2.2 mailbox full");
        String reply = SmtpDialogue.hand(GATEWAY.smtp(), "sender@home.example", localPart + "@test.example",
                SampleMail.about("for " + localPart));
        assertThat(reply).startsWith("250");
        Await.until(localPart + " is parked", LIMIT, () -> !found(localPart).isEmpty());
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    private static List<List<String>> found(String localPart) {
        return QUEUE.ask("list", "text", localPart + "@test.example");
    }

    private static String[] only(String localPart) {
        return new String[]{"expect", "1", "text", localPart + "@test.example", "by", "alice"};
    }

    @Test
    void whatIsHeldWaitsForAPersonAndGoesOnWhenReleased() throws IOException {
        String id = parked("held");
        assertThat(QUEUE.operate("hold", only("held")).subList(1, 4)).containsExactly("done", "1", "1");
        assertThat(found("held").getFirst()).contains("held", "never");
        assertThat(QUEUE.operate("release", only("held")).get(3)).isEqualTo("1");
        NEXT_HOP.awaitText("Subject: for held", LIMIT);
        assertThat(CONSOLE.awaitStory(id, "Delivered")).contains("HELD by local/alice").contains("by local/alice");
    }

    @Test
    void aLookTellsEnvelopeAndSource() throws IOException {
        parked("seen");
        String key = found("seen").getFirst().getFirst();
        String text = QUEUE.ask("look", "key", key).toString();
        assertThat(text).contains("RCPT TO:<seen@test.example>").contains("Subject: for seen");
    }

    @Test
    void whatAPersonGivesUpIsReturnedToItsSender() throws IOException {
        String id = parked("expired");
        QUEUE.operate("expire", only("expired"));
        assertThat(OTHER.awaitText("Final-Recipient: rfc822; expired@test.example", LIMIT).text())
                .contains("Status: 5.4.7")
                .contains("Action: failed");
        assertThat(CONSOLE.awaitStory(id, "Sender informed")).contains("given up by local/alice");
        parked("returned");
        QUEUE.operate("bounce", "expect", "1", "text", "returned@test.example", "status", "5.7.1", "reply",
                "not for us");
        assertThat(OTHER.awaitText("Final-Recipient: rfc822; returned@test.example", LIMIT).text())
                .contains("not for us");
    }

    @Test
    void whatIsRedirectedArrivesElsewhere() throws IOException {
        parked("moved");
        QUEUE.operate("redirect", "text", "moved@test.example", "to", OTHER.destination());
        assertThat(OTHER.awaitText("Subject: for moved", LIMIT).recipients())
                .containsExactly("RCPT TO:<moved@test.example>");
        parked("replaced");
        QUEUE.operate("redirect", "text", "replaced@test.example", "to", "deputy@home.example");
        assertThat(OTHER.awaitText("Subject: for replaced", LIMIT).recipients())
                .containsExactly("RCPT TO:<deputy@home.example> ORCPT=rfc822;replaced@test.example");
    }

    @Test
    void whatMatchesIsDroppedAndNothingElse() throws IOException {
        parked("dropped");
        parked("kept");
        assertThat(QUEUE.operate("drop", "expect", "1", "text", "dropped@test.example", "kind", "full", "domain",
                "test.example",
                "reason", "deferred", "sender", "sender@home.example").get(3)).isEqualTo("1");
        assertThat(found("dropped")).isEmpty();
        assertThat(found("kept")).hasSize(1);
    }

    @Test
    void theSenderIsToldOnceThatItTakesLonger() throws IOException {
        NEXT_HOP.says("RCPT TO:<slow@test.example>", "450 4.2.1 busy", "450 4.2.1 busy", "450 4.2.1 busy",
                "450 4.2.1 busy", "450 4.2.1 busy");
        SmtpDialogue.hand(GATEWAY.smtp(), "delayed@home.example", "slow@test.example", SampleMail.about("slow one"));
        assertThat(OTHER.awaitText("Final-Recipient: rfc822; slow@test.example", LIMIT).text())
                .contains("Action: delayed")
                .contains("Will-Retry-Until:");
        NEXT_HOP.awaitText("Subject: slow one", LIMIT);
        assertThat(OTHER.received().stream().filter(m -> m.text().contains("rfc822; slow@test.example"))).hasSize(1);
    }

    @Test
    void aPausedDestinationGetsNothingUntilItIsResumed() throws IOException {
        String destination = "host:127.0.0.1:" + NEXT_HOP.port();
        QUEUE.ask("pause", "destination", destination, "by", "alice");
        try {
            SmtpDialogue.hand(GATEWAY.smtp(), "sender@home.example", "paused@test.example",
                    SampleMail.about("for paused"));
            Await.until("it is parked", LIMIT, () -> !found("paused").isEmpty());
            assertThat(found("paused").getFirst().getLast()).contains("paused by local/alice");
            assertThat(NEXT_HOP.heard("RCPT TO:<paused@test.example>")).isZero();
            assertThat(QUEUE.ask("destinations")).anySatisfy(
                    line -> assertThat(line).contains(destination, "paused", "local/alice"));
        } finally {
            QUEUE.operate("resume", "destination", destination, "by", "alice");
        }
        NEXT_HOP.awaitText("Subject: for paused", LIMIT);
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        NEXT_HOP.close();
        OTHER.close();
    }
}
