package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Ports;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SilentServer;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.time.Duration;

/** Destinations that are dead, silent or nowhere to be found, and mail that goes to many, keep no other mail waiting. */
class KeepsLiveMailFlowingIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int SESSIONS = 8;
    private static final int WAITING = 100;
    private static final int PORT = Ports.free();

    private static TestDns dns;
    private static RecordingServer live;
    private static SilentServer silent;
    private static SilentServer silentForMany;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        dns = TestDns.start();
        live = RecordingServer.start("127.0.0.11", PORT);
        silent = new SilentServer("127.0.0.12", PORT);
        silentForMany = new SilentServer("127.0.0.13", PORT);
        domain("live.example", "127.0.0.11");
        domain("silent.example", "127.0.0.12");
        domain("silent-list.example", "127.0.0.13");
        domain("refusing.example", "127.0.0.14");
        dns.silence("dark.example");
        gateway = Gateway.plan("fairness").dns(dns).configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "*"
                to = "mx"
                [settings]
                "delivery.port" = %d
                "delivery.sessions" = %d
                "delivery.bulk-sessions" = 1
                "delivery.bulk-after" = 0
                """.formatted(PORT, SESSIONS)).start();
    }

    private static void domain(String name, String address) {
        dns.mx(name, 10, "mx." + name).a("mx." + name, address);
    }

    @AfterAll
    static void end() {
        gateway.close();
        silentForMany.close();
        silent.close();
        live.close();
        dns.close();
    }

    private static void send(String recipient, String subject, int times) throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            for (int i = 0; i < times; i++) {
                assertThat(client.mail("a@client.example", recipient, SampleMail.about(subject))).startsWith("250");
            }
        }
    }

    @Test
    void whatWaitsForTheDeadTakesNoPlaceOfTheLiving() throws IOException {
        send("x@refusing.example", "refused", WAITING);
        send("x@dark.example", "not found", WAITING);
        send("x@silent.example", "unheard", WAITING);
        Await.until("somebody waits for the greeting", LIMIT, () -> silent.connections() > 0);

        send("x@live.example", "alive", WAITING);
        live.await(message -> message.text().contains("Subject: alive"), WAITING, LIMIT);

        assertThat(silent.connections()).isLessThan(SESSIONS);
        assertThat(dns.questions("dark.example")).isLessThan(WAITING);
    }

    @Test
    void mailThatGoesToManyHasALineOfItsOwn() throws IOException {
        byte[] bulk = bulk();
        String last = "";
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            assertThat(client.mail("list@client.example", "x@silent-list.example", bulk)).startsWith("250");
            Await.until("the only session for it waits", LIMIT, () -> silentForMany.connections() > 0);
            for (int i = 0; i < WAITING; i++) {
                last = client.mail("list@client.example", "x@live.example", bulk);
            }
        }
        send("x@live.example", "single", 1);
        live.awaitText("Subject: single", LIMIT);
        assertThat(live.received()).noneMatch(message -> message.text().contains("Subject: to many"));

        Console console = Console.withFirstAdministrator(gateway, "admin", "correct horse battery");
        console.awaitStory(last.substring(last.lastIndexOf(' ') + 1), "bulk: Precedence: list");
        assertThat(console.read("queues")).contains("postern.outgoing.bulk");

        silentForMany.close();
        live.await(message -> message.text().contains("Subject: to many"), WAITING, LIMIT);
    }

    private static byte[] bulk() {
        byte[] field = "Precedence: list\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] rest = SampleMail.about("to many");
        byte[] all = new byte[field.length + rest.length];
        System.arraycopy(field, 0, all, 0, field.length);
        System.arraycopy(rest, 0, all, field.length, rest.length);
        return all;
    }
}
