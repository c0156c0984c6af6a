package org.postern.it.refusal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A spool of two megabytes and a bit, which is the least there is for messages of one. */
class TellsWhatTheSpoolHasNoRoomForIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final byte[] UNFINISHED = ("Subject: large\r\n\r\n" + ("x".repeat(62) + "\r\n").repeat(14_000))
            .getBytes(US_ASCII);
    private static Gateway gateway;
    private static Refused refused;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("spool").configuration("""
                [[route]]
                recipient = "test.example"
                to = "queue:orders"
                [smtp]
                message-size-limit = 1048576
                memory-threshold = 65536
                spool-limit = 1
                """).start();
        refused = new Refused(Console.withFirstAdministrator(gateway, "admin", "correct horse battery"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static SmtpDialogue atContent(String client) throws IOException {
        SmtpDialogue dialogue = SmtpDialogue.connectFrom(client, gateway.smtp());
        dialogue.hear();
        dialogue.say("EHLO client.example");
        dialogue.say("MAIL FROM:<a@client.example>");
        dialogue.say("RCPT TO:<b@test.example>");
        assertThat(dialogue.say("DATA")).startsWith("354");
        return dialogue;
    }

    private static long spooled() {
        Path spool = gateway.data().resolve("spool");
        try (Stream<Path> files = Files.list(spool)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Told(what = "content for which the spool has no room beside what is arriving, of all or of the network", setting = "smtp.spool-limit", reply = "452 4.3.1", trace = "`content; by the setting smtp.spool-limit`")
    void contentOfANetworkThatFinishesNone() throws IOException {
        try (SmtpDialogue greedy = atContent("127.0.9.1")) {
            greedy.send(UNFINISHED);
            Await.until("its content lies in the spool", LIMIT, () -> spooled() > 800_000);
            try (SmtpDialogue again = atContent("127.0.9.1")) {
                String reply = again.content(UNFINISHED);
                assertThat(reply).startsWith("452 4.3.1");
                refused.isTold(reply, "content; by the setting smtp.spool-limit", "[127.0.9.1]");
            }
            try (SmtpDialogue other = atContent("127.0.9.2")) {
                assertThat(other.content("Subject: small\r\n\r\nsmall\r\n".getBytes(US_ASCII))).startsWith("250");
            }
        }
    }
}
