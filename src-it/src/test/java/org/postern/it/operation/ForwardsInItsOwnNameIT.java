package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;

/** What an alias leads to another domain leaves with a reverse-path of the gateway's own, by which reports find the sender. */
@World.Shared
class ForwardsInItsOwnNameIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ALIAS = "ann@alias.srs.example";
    private static final String AWAY = "ann@away.srs.example";
    private static final String SENDER = "Bob%x@home.srs.example";

    @BeforeAll
    static void leadAnnElsewhere(World world) {
        world.remoteDomain("away.srs.example");
        world.remoteDomain("home.srs.example");
        LocalQueue.ofRoutes(world.gateway()).ask("alias", "address", ALIAS, "members", AWAY, "owner", "");
        Await.until("the alias counts", LIMIT, () -> {
            try (SmtpDialogue stranger = SmtpDialogue.greeted(world.gateway().smtp())) {
                stranger.say("MAIL FROM:<>");
                return stranger.say("RCPT TO:<" + ALIAS + ">").startsWith("250");
            }
        });
    }

    private static String hand(World world, String from, String to, String subject) throws IOException {
        return SmtpDialogue.hand(world.gateway().smtp(), from, to, SampleMail.about(subject));
    }

    private static String path(ReceivedMessage message) {
        return message.mail().substring(message.mail().indexOf('<') + 1, message.mail().indexOf('>'));
    }

    private static String forwarded(World world, String from, String subject) throws IOException {
        assertThat(hand(world, from, ALIAS, subject)).startsWith("250");
        ReceivedMessage message = world.remote().awaitText("Subject: " + subject, LIMIT);
        assertThat(message.recipients()).singleElement().asString().startsWith("RCPT TO:<" + AWAY + ">");
        return path(message);
    }

    @Test
    void aReportFindsTheSenderOfWhatWasForwarded(World world) throws IOException {
        String path = forwarded(world, SENDER, "to be forwarded");
        assertThat(path).matches("SRS0=[0-9A-Z]{12}=[A-Z2-7]{2}=home\\.srs\\.example=Bob%x@srs\\.world\\.example");
        assertThat(hand(world, "", path, "about what was forwarded")).startsWith("250");
        ReceivedMessage report = world.remote().awaitText("Subject: about what was forwarded", LIMIT);
        assertThat(path(report)).isEmpty();
        assertThat(report.recipients()).containsExactly("RCPT TO:<" + SENDER + ">");
    }

    @Test
    void nobodyElseCanMakeOrUseSuchAPath(World world) throws IOException {
        String path = forwarded(world, SENDER, "to be forged");
        char other = path.charAt(12) == '2' ? '3' : '2';
        for (String forged : new String[]{path.substring(0, 12) + other + path.substring(13),
                path.replace("home.srs", "evil.srs"), path.replace("Bob", "Eve"),
                "SRS0=x=AA=home.srs.example=bob@srs.world.example", "SRS1=@srs.world.example"}) {
            assertThat(hand(world, "", forged, "forged")).as(forged).startsWith("550 5.1.1");
        }
        assertThat(hand(world, "spammer@away.srs.example", path, "no report")).startsWith("550 5.7.1");
    }

    @Test
    void whatAnotherForwarderHasRewrittenGoesBackToIt(World world) throws IOException {
        String first = "SRS0=hash=AB=far.example=bob@home.srs.example";
        String path = forwarded(world, first, "forwarded twice");
        assertThat(path).startsWith("SRS1=").endsWith("=home.srs.example==hash=AB=far.example=bob@srs.world.example");
        assertThat(hand(world, "", path, "back to the first")).startsWith("250");
        assertThat(world.remote().awaitText("Subject: back to the first", LIMIT).recipients())
                .containsExactly("RCPT TO:<" + first + ">");
    }

    @Test
    void theGatewaysOwnReportFindsTheSenderToo(World world) throws IOException {
        LocalQueue routes = LocalQueue.ofRoutes(world.gateway());
        routes.ask("alias", "address", "nowhere@alias.srs.example", "members", "x@null.srs.example", "owner", "");
        world.dns().mx("null.srs.example", 0, ".");
        Await.until("the alias counts", LIMIT,
                () -> hand(world, SENDER, "nowhere@alias.srs.example", "to nobody").startsWith("250"));
        ReceivedMessage report = world.remote().awaitText("x@null.srs.example", LIMIT);
        assertThat(report.recipients()).containsExactly("RCPT TO:<" + SENDER + ">");
        assertThat(report.text()).contains("5.1.10");
    }

    @Test
    void whatIsTooLongKeepsItsPathAndSaysSo(World world) throws IOException {
        String sender = "x".repeat(50) + "@home.srs.example";
        String reply = hand(world, sender, ALIAS, "too long to be rewritten");
        assertThat(reply).startsWith("250");
        assertThat(path(world.remote().awaitText("Subject: too long to be rewritten", LIMIT))).isEqualTo(sender);
        assertThat(world.console().awaitStory(reply.substring(reply.lastIndexOf(' ') + 1), "Delivered"))
                .contains("reverse-path, which fits into none of our own");
    }
}
