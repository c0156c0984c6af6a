package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What comes back to a reverse-path of the gateway's own is told in the story of its message, and goes on to the sender. */
@World.Shared
class KnowsItsOwnBouncesIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final RecordingServer NEXT_HOP = RecordingServer.start();
    private static final RecordingServer HOME = RecordingServer.start();
    private static Gateway gateway;
    private static Console console;

    @BeforeAll
    static void start(World world) {
        world.route("away.example", NEXT_HOP);
        world.route("writers.example", HOME);
        gateway = world.gateway();
        console = world.console();
    }

    @AfterAll
    static void stop() {
        HOME.close();
        NEXT_HOP.close();
    }

    private static String hand(String from, String subject) throws IOException {
        String reply = SmtpDialogue.hand(gateway.smtp(), from, "x@away.example", SampleMail.about(subject));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    private static String pathOf(String subject) {
        ReceivedMessage taken = NEXT_HOP.awaitText("Subject: " + subject, LIMIT);
        return taken.mail().substring(taken.mail().indexOf('<') + 1, taken.mail().indexOf('>'));
    }

    private static byte[] report() {
        return """
                From: MAILER-DAEMON@mx.away.example
                Subject: Undelivered mail
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.away.example

                Final-Recipient: rfc822; x@away.example
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp; 552 5.2.2 mailbox full
                --b--
                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aBounceIsToldInTheStoryOfItsMessageAndGoesOnToTheSenderHoweverSoonItComes() throws IOException {
        String id = hand("news@writers.example", "to be bounced");
        String path = pathOf("to be bounced");
        assertThat(path).matches("bounce-[0-9a-z]{52}@gateway\\.example");
        assertThat(SmtpDialogue.hand(gateway.smtp(), "", path, report())).startsWith("250");
        assertThat(console.awaitStory(id, "Reported as undelivered")).contains("552 5.2.2 mailbox full",
                "full; report", "For x@away.example");
        assertThat(HOME.awaitText("Subject: Undelivered mail", LIMIT).recipients())
                .containsExactly("RCPT TO:<news@writers.example>");
    }

    @Test
    void aBounceThatIsQuarantinedIsToldAndGoesOnWhenItIsReleased() throws IOException {
        String id = hand("news@writers.example", "to be suspected");
        console.awaitStory(id, "Delivered");
        String text = "X-Spam-Flag: YES\r\n" + new String(report(), StandardCharsets.US_ASCII);
        SmtpDialogue.hand(gateway.smtp(), "", pathOf("to be suspected"), text.getBytes(StandardCharsets.US_ASCII));
        console.awaitStory(id, "Reported as undelivered");
        LocalQueue queue = new LocalQueue(gateway);
        assertThat(queue.operate("release", "expect", "1", "text", "news@writers.example", "reason", "quarantined",
                "by", "alice").get(3))
                .isEqualTo("1");
        assertThat(HOME.awaitText("X-Spam-Flag: YES", LIMIT).recipients())
                .containsExactly("RCPT TO:<news@writers.example>");
    }

    @Test
    void nobodyElseCanMakeOrUseSuchAPath() throws IOException {
        hand("news@writers.example", "to be forged");
        String path = pathOf("to be forged");
        char other = path.charAt(20) == '2' ? '3' : '2';
        String forged = path.substring(0, 20) + other + path.substring(21);
        assertThat(SmtpDialogue.hand(gateway.smtp(), "", forged, report())).startsWith("550 5.1.1");
        assertThat(SmtpDialogue.hand(gateway.smtp(), "spammer@away.example", path, report())).startsWith("550 5.7.1");
    }

    @Test
    void theMailOfOthersKeepsItsPath() throws IOException {
        hand("other@writers.example", "not to be bounced");
        assertThat(pathOf("not to be bounced")).isEqualTo("other@writers.example");
    }
}
