package org.postern.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.OwnDomain;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Domains that want to know what is done in their name hear of it once, signed, and only where they may name the reader. */
@World.Shared
class ReportsToOtherDomainsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String REPORTER = "reporter.example";
    private static final String HONEST = "203.0.113.5";
    private static final String FORGER = "203.0.113.66";
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @BeforeAll
    static void signReports(World world) {
        OwnDomain.sign(world.gateway(), world.dns(), REPORTER);
    }

    private static void hand(World world, String client, String author, String subject) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal())) {
            dialogue.send(("PROXY TCP4 " + client + " 198.51.100.1 40000 25\r\n").getBytes(US_ASCII));
            dialogue.hear();
            dialogue.say("EHLO client.example");
            dialogue.mail("a@" + author, "judge@test.example",
                    ("From: <a@" + author + ">\r\nSubject: " + subject + "\r\n\r\nx\r\n").getBytes(US_ASCII));
        }
    }

    private static String domain(World world, String name, String reader) {
        world.dns()
                .txt(name, "v=spf1 ip4:" + HONEST + " -all")
                .txt("_dmarc." + name, "v=DMARC1; p=reject; rua=mailto:dmarc@" + reader + "!10m");
        return name;
    }

    /** {@return the state of the report that is sent now} */
    private static List<String> sendNow(World world, String domain) {
        return LocalQueue.ofReports(world.gateway()).ask("send", "domain", domain).getFirst();
    }

    private static String unpacked(ReceivedMessage message) throws IOException {
        String text = message.text();
        String part = text.substring(text.indexOf("Content-Transfer-Encoding: base64"));
        String base64 = part.substring(part.indexOf("\r\n\r\n") + 4, part.indexOf("\r\n--"));
        try (GZIPInputStream report = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)))) {
            return new String(report.readAllBytes(), UTF_8);
        }
    }

    @Test
    void aDomainHearsWhatWasDoneInItsNameOnceAndSigned(World world) throws IOException {
        String reader = world.remoteDomain("reader.reported.example");
        String domain = domain(world, "watched.reported.example", reader);
        world.dns().txt(domain + "._report._dmarc." + reader, "v=DMARC1;");
        hand(world, HONEST, domain, "one");
        hand(world, HONEST, domain, "two");
        hand(world, FORGER, domain, "three");
        assertThat(sendNow(world, domain)).contains("sent", "1");
        ReceivedMessage message = world.remote().awaitText("Report Domain: " + domain, LIMIT);
        assertThat(message.mail()).contains("<reports@" + REPORTER + ">");
        assertThat(message.recipients()).singleElement().asString().contains("<dmarc@" + reader + ">");
        assertThat(message.text()).contains("DKIM-Signature:", "d=" + REPORTER + ";", domain + "!",
                ".xml.gz\"", "Auto-Submitted: auto-generated");
        assertThat(unpacked(message)).contains("<domain>" + domain + "</domain>",
                "<source_ip>" + HONEST
                        + "</source_ip><count>2</count><policy_evaluated><disposition>pass</disposition>",
                "<source_ip>" + FORGER
                        + "</source_ip><count>1</count><policy_evaluated><disposition>reject</disposition>",
                "<header_from>" + domain + "</header_from>", "<email>reports@" + REPORTER + "</email>");
        verified(world, message);
        hand(world, HONEST, domain, "four");
        assertThat(sendNow(world, domain)).contains("sent", "1");
        assertThat(world.remote().received()).filteredOn(one -> one.text().contains("Report Domain: " + domain))
                .hasSize(1);
    }

    private static void verified(World world, ReceivedMessage message) {
        if (Commands.attempt(List.of(PYTHON.toString(), "-c", "import dkim, nacl"), Map.of(), "").status() == 0) {
            String script = Path.of(System.getProperty("postern.root"),
                    "src-it/src/test/resources/org/postern/it/verify_dkim.py").toString();
            String port = world.dns().address().replaceFirst(".*:", "");
            assertThat(Commands.run(List.of(PYTHON.toString(), script, port), Map.of(), message.text()))
                    .contains(REPORTER + " rsa-sha256 good", REPORTER + " ed25519-sha256 good");
        }
    }

    @Test
    void whoHasNotSaidThatItWantsThemGetsNone(World world) throws IOException {
        String domain = domain(world, "pointing.reported.example", world.remoteDomain("victim.reported.example"));
        hand(world, HONEST, domain, "five");
        assertThat(sendNow(world, domain)).contains("unwanted", "0");
        assertThat(LocalQueue.ofReports(world.gateway()).ask("sent", "day", sendNow(world, domain).get(1)))
                .anySatisfy(line -> assertThat(line).contains(domain, "unwanted"));
    }

    @Test
    void whatIsReportedCanBeReadByAGatewayLikeThis(World world) throws IOException {
        String reader = "loop.reported.example";
        world.readsReports(reader);
        String domain = domain(world, "looped.reported.example", reader);
        world.dns().txt(domain + "._report._dmarc." + reader, "v=DMARC1;");
        hand(world, HONEST, domain, "six");
        hand(world, FORGER, domain, "seven");
        hand(world, FORGER, domain, "eight");
        assertThat(sendNow(world, domain)).contains("sent", "1");
        List<String> received = Await.value("the report is read", LIMIT,
                () -> LocalQueue.ofReports(world.gateway())
                        .ask("received")
                        .stream()
                        .filter(line -> line.contains(domain))
                        .findFirst());
        assertThat(received).contains("dmarc", "gateway.example", "1", "2", "reports@" + REPORTER);
    }
}
