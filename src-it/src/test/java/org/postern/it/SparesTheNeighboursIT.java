package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.KeyFiles;
import org.postern.it.harness.PolicyHosts;
import org.postern.it.harness.Ports;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** What stands against one domain, message or sender shuts no door for others at the same hosts: a door that is shut stays so for an hour here. */
class SparesTheNeighboursIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PORT = Ports.free();

    @TempDir
    private static Path keys;
    private static TestDns dns;
    private static PolicyHosts policies;
    private static RecordingServer shared;
    private static RecordingServer old;
    private static RecordingServer relay;
    private static Gateway gateway;
    private static Console console;

    @BeforeAll
    static void start() throws IOException {
        Path exchanger = KeyFiles.make(keys.resolve("shared.p12"), "mx.shared.example");
        Path policyHost = KeyFiles.make(keys.resolve("policy.p12"), "mta-sts.broken.example");
        dns = TestDns.start()
                .mx("broken.example", 10, "mx.shared.example")
                .mx("healthy.example", 10, "mx.shared.example")
                .a("mx.shared.example", "127.0.0.40")
                .mx("old.example", 10, "mx.old.example")
                .a("mx.old.example", "127.0.0.41")
                .mx("equal.example", 10, "mx1.equal.example")
                .mx("equal.example", 10, "mx2.equal.example")
                .a("mx1.equal.example", "127.0.0.42")
                .a("mx2.equal.example", "127.0.0.43")
                .txt("_mta-sts.broken.example", "v=STSv1; id=1;");
        policies = PolicyHosts.start()
                .says("mta-sts.broken.example", policyHost,
                        "version: STSv1\nmode: enforce\nmx: *.elsewhere.example\nmax_age: 604800\n");
        shared = RecordingServer.start("127.0.0.40", PORT).speaksTls(exchanger);
        old = RecordingServer.start("127.0.0.41", PORT)
                .alwaysSays("EHLO", "250-mx.old.example\r\n250-8BITMIME\r\n250 SIZE 20000");
        relay = RecordingServer.start();
        gateway = Gateway.plan("neighbours")
                .dns(dns)
                .configuration("""
                        [networks]
                        trusted = ["127.0.0.0/8"]
                        [[route]]
                        recipient = "relayed.example"
                        to = "%s"
                        [[route]]
                        recipient = "*"
                        to = "mx"
                        [settings]
                        "delivery.back-off" = "1h"
                        "delivery.longest-back-off" = "1h"
                        "delivery.port" = %d
                        "delivery.tls-authorities" = "%s"
                        "delivery.mta-sts-proxy" = "%s"
                        """.formatted(relay.destination(), PORT, KeyFiles.certificates(exchanger, policyHost),
                        policies.address()))
                .start();
        console = Console.withFirstAdministrator(gateway, "admin", "correct horse battery");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        relay.close();
        old.close();
        shared.close();
        policies.close();
        dns.close();
    }

    private static String hand(String from, String to, byte[] content) throws IOException {
        String reply = SmtpDialogue.hand(gateway.smtp(), from, to, content);
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    private static String hand(String to) throws IOException {
        return hand("a@client.example", to, SampleMail.about("hello"));
    }

    private static void arrivesAtOnce(String id) {
        assertThat(console.awaitStory(id, "Delivered")).doesNotContain("not tried");
    }

    @Test
    void aPolicyThatCannotBeMetConcernsItsOwnDomain() throws IOException {
        arrivesAtOnce(hand("you@healthy.example"));
        for (int i = 0; i < 3; i++) {
            assertThat(console.awaitStory(hand("you@broken.example"), "4.7.5"))
                    .contains("the MTA-STS policy 1 of broken.example does not name the host mx.shared.example");
        }
        arrivesAtOnce(hand("you@healthy.example"));
        assertThat(shared.received()).hasSize(2).allMatch(message -> message.inTls());
        assertThat(policies.asked()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsTooLargeConcernsItselfAlone() throws IOException {
        for (int i = 0; i < 3; i++) {
            String id = hand("a@client.example", "you@old.example", SampleMail.withAttachment("large", 40_000));
            assertThat(console.awaitStory(id, "Failed")).contains("552 5.3.4");
        }
        arrivesAtOnce(hand("you@old.example"));
    }

    @Test
    void anAddressThatAServerCannotTakeConcernsItselfAlone() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(console.awaitStory(handInternational("jürgen@old.example"), "Failed")).contains("553 5.6.7");
        }
        arrivesAtOnce(hand("you@old.example"));
    }

    private static String handInternational(String to) throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            assertThat(client.say("MAIL FROM:<a@client.example> SMTPUTF8")).startsWith("250");
            byte[] octets = to.getBytes(StandardCharsets.UTF_8);
            assertThat(client.say("RCPT TO:<" + new String(octets, StandardCharsets.ISO_8859_1) + ">"))
                    .startsWith("250");
            client.say("DATA");
            String reply = client.content(SampleMail.about("international"));
            assertThat(reply).startsWith("250");
            return reply.substring(reply.lastIndexOf(' ') + 1);
        }
    }

    @Test
    void aSenderWhoHadToLogInConcernsHimselfAlone() throws IOException {
        relay.alwaysSays("MAIL FROM:<boss@", "530 5.7.0 Authentication required for this sender");
        for (int i = 0; i < 3; i++) {
            String id = hand("boss@client.example", "you@relayed.example", SampleMail.about("from the boss"));
            assertThat(console.awaitStory(id, "Failed")).contains("530 5.7.0");
        }
        arrivesAtOnce(hand("you@relayed.example"));
    }

    @Test
    void equalExchangersShareTheMailThoughSessionsAreKept() throws IOException {
        try (RecordingServer one = RecordingServer.start("127.0.0.42", PORT);
                RecordingServer other = RecordingServer.start("127.0.0.43", PORT)) {
            for (int i = 0; i < 40; i++) {
                hand("you@equal.example");
            }
            Await.until("all forty have arrived", LIMIT, () -> one.received().size() + other.received().size() == 40);
            assertThat(one.received()).hasSizeBetween(5, 35);
            assertThat(one.connections() + other.connections()).isLessThan(40);
        }
    }
}
