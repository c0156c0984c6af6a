package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.KeyFiles;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** A smart host that wants to know us, and a mail store that speaks LMTP. */
class ReachesEveryKindOfNextHopIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SECRET = "not to be seen";

    @TempDir
    private static Path folder;
    private static TestDns dns;
    private static RecordingServer relay;
    private static RecordingServer store;
    private static Gateway gateway;
    private static Console console;

    @BeforeAll
    static void start() throws IOException {
        Path keys = KeyFiles.make(folder.resolve("relay.p12"), "relay.example");
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        dns = TestDns.start().a("relay.example", "127.0.0.14");
        relay = RecordingServer.start("127.0.0.14", 0).speaksTls(keys).offersLogin("PLAIN LOGIN");
        store = RecordingServer.start().speaksLmtp();
        gateway = Gateway.plan("kinds").dns(dns).configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "store.example"
                to = "lmtp:127.0.0.1:%d"
                [[route]]
                recipient = "*"
                to = "host:relay.example:%d"
                [[login]]
                host = "relay.example"
                user = "gateway"
                password = "file:%s"
                [settings]
                "retry.schedule" = "1s"
                "delivery.back-off" = "1s"
                "delivery.idle-time" = "0s"
                "delivery.tls-authorities" = "%s"
                """.formatted(store.port(), relay.port(), secret, KeyFiles.certificates(keys))).start();
        console = Console.withFirstAdministrator(gateway, "admin", "correct horse battery");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        relay.close();
        store.close();
        dns.close();
    }

    private static String hand(String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(gateway.smtp(), "a@client.example", to, SampleMail.about(subject));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    @Test
    void logsInInsideVerifiedTls() throws IOException {
        String id = hand("b@anywhere.example", "logged in");
        assertThat(relay.awaitText("Subject: logged in", LIMIT).inTls()).isTrue();
        byte[] said = ("\0gateway\0" + SECRET).getBytes(StandardCharsets.UTF_8);
        assertThat(relay.logins()).contains("AUTH PLAIN " + Base64.getEncoder().encodeToString(said));
        assertThat(console.awaitStory(id, "Delivered")).contains("verified (policy verify)");
    }

    @Test
    void waitsWhileTheLoginIsRefusedAndSaysWhatToDo() throws IOException {
        relay.says("AUTH", "535 5.7.8 who are you?");
        String id = hand("b@anywhere.example", "refused at first");
        assertThat(console.awaitStory(id, "454 4.7.8")).contains("535 5.7.8 who are you?");
        relay.awaitText("Subject: refused at first", LIMIT);
        assertThat(gateway.log()).contains("POSTERN2500").contains("[[login]]").doesNotContain(SECRET);
    }

    @Test
    void handsOverByLmtpWithAReplyForEachRecipient() throws IOException {
        store.says("CONTENT RCPT TO:<full@store.example>", "452 4.2.2 full");
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<here@store.example>");
            client.say("RCPT TO:<full@store.example>");
            client.say("DATA");
            assertThat(client.content(SampleMail.about("by lmtp"))).startsWith("250");
        }
        assertThat(store.await(m -> m.text().contains("Subject: by lmtp"), 2, LIMIT))
                .extracting(m -> String.join(" ", m.recipients()))
                .containsExactly("RCPT TO:<here@store.example>", "RCPT TO:<full@store.example>");
    }
}
