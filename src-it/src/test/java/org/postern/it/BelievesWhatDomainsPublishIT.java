package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.KeyFiles;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.OwnDomain;
import org.postern.it.harness.PolicyHosts;
import org.postern.it.harness.Ports;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a domain says about TLS to its servers, by DANE or by MTA-STS, is kept to and counted. */
class BelievesWhatDomainsPublishIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String REMOTE = "127.0.0.17";

    @TempDir
    private static Path keys;
    private static TestDns dns;
    private static RecordingServer remote;
    private static PolicyHosts policies;
    private static Gateway gateway;
    private static Console console;
    private static int port;
    private static Path right;
    private static Path wrong;

    @BeforeAll
    static void start() throws IOException {
        right = KeyFiles.make(keys.resolve("right.p12"), "mx.sts.example");
        wrong = KeyFiles.make(keys.resolve("wrong.p12"), "mx.elsewhere.example");
        port = Ports.free();
        dns = TestDns.startSigned();
        for (String name : new String[]{"dane", "forged", "bogus", "sts", "testing", "ruled", "required", "unheard",
                "unproved"}) {
            dns.mx(name + ".example", 10, "mx." + name + ".example").a("mx." + name + ".example", REMOTE);
        }
        policies = PolicyHosts.start();
        Path[] authorities = {right, wrong, announce("sts", "enforce"), announce("testing", "testing"),
                announce("ruled", "enforce")};
        remote = RecordingServer.start(REMOTE, port);
        gateway = Gateway.plan("published")
                .dns(dns)
                .configuration("""
                        [networks]
                        trusted = ["127.0.0.0/8"]
                        [[tls-policy]]
                        domain = "ruled.example"
                        policy = "none"
                        [settings]
                        "reports.from" = "reports@reporter.example"
                        "retry.schedule" = "1s"
                        "delivery.back-off" = "1s"
                        "delivery.longest-back-off" = "1s"
                        "delivery.idle-time" = "0s"
                        "delivery.port" = %d
                        "delivery.dane-anchors" = "%s"
                        "delivery.tls-authorities" = "%s"
                        "delivery.mta-sts-proxy" = "%s"
                        """.formatted(port, Files.writeString(keys.resolve("anchors"), dns.anchors()),
                        KeyFiles.certificates(authorities), policies.address()))
                .start();
        console = Console.withFirstAdministrator(gateway, "admin", "correct horse battery");
    }

    private static Path announce(String name, String mode) {
        String domain = name + ".example";
        Path pair = KeyFiles.make(keys.resolve("policy-" + name + ".p12"), "mta-sts." + domain);
        dns.unsigned(domain).txt("_mta-sts." + domain, "v=STSv1; id=1;");
        policies.says("mta-sts." + domain, pair,
                "version: STSv1\nmode: " + mode + "\nmx: mx." + domain + "\nmax_age: 86400\n");
        return pair;
    }

    @AfterAll
    static void stop() {
        gateway.close();
        remote.close();
        policies.close();
        dns.close();
    }

    @AfterEach
    void calmDown() {
        remote.saysYesAgain();
    }

    private static String hand(String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(gateway.smtp(), "a@client.example", to, SampleMail.about(subject));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    private static ReceivedMessage arrived(String subject) {
        return remote.awaitText("Subject: " + subject, LIMIT);
    }

    @Test
    void goesToAServerWhoseKeyTheSignedDnsVouchesFor() throws IOException {
        dns.tlsa("mx.dane.example", port, KeyFiles.keyDigest(wrong));
        remote.speaksTls(wrong);
        String id = hand("b@dane.example", "by dane");
        assertThat(arrived("by dane").inTls()).isTrue();
        assertThat(console.awaitStory(id, "Delivered"))
                .contains("verified (policy dane by TLSA of mx.dane.example)");
        assertThat(new LocalQueue(gateway).tlsReport("dane.example"))
                .contains("\"policy-type\":\"tlsa\"", "\"total-successful-session-count\":1");
    }

    @Test
    void waitsWhileAServerHasAnotherKey() throws IOException {
        dns.tlsa("mx.forged.example", port, KeyFiles.keyDigest(right));
        String id = hand("b@forged.example", "no tls");
        console.awaitStory(id, "454 4.7.4 TLS is demanded here");
        remote.speaksTls(wrong);
        console.awaitStory(id, "no TLSA record of mx.forged.example vouches for the certificate");
        remote.speaksTls(right);
        assertThat(arrived("no tls").inTls()).isTrue();
    }

    @Test
    void waitsWhileSignaturesAreWrong() throws IOException {
        String name = "_" + port + "._tcp.mx.bogus.example";
        dns.tlsa("mx.bogus.example", port, KeyFiles.keyDigest(right)).bogus(name, true);
        remote.speaksTls(right);
        String id = hand("b@bogus.example", "bogus");
        console.awaitStory(id, "DNSSEC cannot tell whether the TLSA records of mx.bogus.example are true");
        assertThat(remote.received()).noneMatch(message -> message.text().contains("Subject: bogus"));
        dns.bogus(name, false);
        assertThat(arrived("bogus").inTls()).isTrue();
    }

    @Test
    void waitsWhileAnEnforcedPolicyIsNotMet() throws IOException {
        remote.speaksTls(wrong);
        String id = hand("b@sts.example", "enforced");
        console.awaitStory(id, "the certificate is for [mx.elsewhere.example]");
        remote.speaksTls(right);
        assertThat(arrived("enforced").inTls()).isTrue();
        assertThat(console.awaitStory(id, "Delivered")).contains("verified (policy mta-sts 1, enforced)");
        assertThat(new LocalQueue(gateway).tlsReport("sts.example"))
                .contains("\"policy-type\":\"sts\"", "certificate-host-mismatch");
    }

    @Test
    void goesOnAndCountsWhileAPolicyIsTested() throws IOException {
        remote.speaksTls(wrong);
        String id = hand("b@testing.example", "tested");
        assertThat(arrived("tested").inTls()).isTrue();
        assertThat(console.awaitStory(id, "Delivered")).contains("not verified", "mta-sts 1, tested");
        assertThat(new LocalQueue(gateway).tlsReport("testing.example"))
                .contains("\"total-failure-session-count\":1", "certificate-host-mismatch", "mx.testing.example");
    }

    /** A client inside TLS wants the message to stay there (RFC 8689). */
    private static String handRequiringTls(String to, String subject) throws IOException {
        SmtpDialogue clear = SmtpDialogue.greeted(gateway.smtp());
        assertThat(clear.say("STARTTLS")).startsWith("220");
        try (SmtpDialogue client = clear.inTls("TLSv1.3")) {
            assertThat(client.say("EHLO client.example")).contains("REQUIRETLS");
            assertThat(client.say("MAIL FROM:<a@client.example> REQUIRETLS")).startsWith("250");
            client.say("RCPT TO:<" + to + ">");
            client.say("DATA");
            String reply = client.content(SampleMail.about(subject));
            assertThat(reply).startsWith("250");
            return reply.substring(reply.lastIndexOf(' ') + 1);
        }
    }

    @Test
    void whatRequiresTlsGoesToAServerThatIsVerifiedAndRequiresItToo() throws IOException {
        dns.tlsa("mx.required.example", port, KeyFiles.keyDigest(wrong));
        remote.speaksTls(wrong).offersRequireTls();
        String byDane = handRequiringTls("b@required.example", "required by dane");
        assertThat(arrived("required by dane").mail()).contains("REQUIRETLS");
        assertThat(console.awaitStory(byDane, "Delivered")).contains("policy dane");

        remote.speaksTls(right);
        String bySts = handRequiringTls("b@sts.example", "required by sts");
        assertThat(arrived("required by sts").mail()).contains("REQUIRETLS");
        assertThat(console.awaitStory(bySts, "Delivered")).contains("mta-sts 1, enforced");
    }

    @Test
    void whatRequiresTlsFailsAtAServerThatDoesNotHandTheDemandOn() throws IOException {
        dns.tlsa("mx.unheard.example", port, KeyFiles.keyDigest(right));
        remote.speaksTls(right);
        String id = handRequiringTls("b@unheard.example", "not handed on");
        assertThat(console.awaitStory(id, "Failed")).contains("550 5.7.30",
                "does not offer REQUIRETLS in a verified session");
        assertThat(remote.received()).noneMatch(message -> message.text().contains("Subject: not handed on"));
    }

    @Test
    void whatRequiresTlsFailsAtAServerThatCannotProveItsName() throws IOException {
        remote.speaksTls(wrong).offersRequireTls();
        String id = handRequiringTls("b@unproved.example", "not proved");
        assertThat(console.awaitStory(id, "Failed")).contains("550 5.7.30",
                "the certificate is for [mx.elsewhere.example]");
        assertThat(remote.received()).noneMatch(message -> message.text().contains("Subject: not proved"));
    }

    @Test
    void doesWhatTheOperatorSaysFirst() throws IOException {
        String id = hand("b@ruled.example", "ruled");
        assertThat(arrived("ruled").inTls()).isFalse();
        assertThat(console.awaitStory(id, "Delivered")).contains("policy none");
    }

    @Test
    void tellsADomainThatWantsToKnowHowItsTlsWasOnceAndSigned() throws IOException {
        dns.unsigned("reporter.example");
        OwnDomain.sign(gateway, dns, "reporter.example");
        dns.txt("_smtp._tls.testing.example", "v=TLSRPTv1; rua=mailto:tls@testing.example");
        remote.speaksTls(wrong);
        hand("b@testing.example", "to be counted");
        arrived("to be counted");
        LocalQueue reports = LocalQueue.ofReports(gateway);
        assertThat(reports.ask("send", "kind", "tls", "domain", "testing.example").getFirst()).contains("sent", "1");
        ReceivedMessage report = arrived("Report Domain: testing.example");
        assertThat(report.recipients().getFirst()).contains("<tls@testing.example>");
        assertThat(report.text()).contains("DKIM-Signature:", "d=reporter.example;",
                "TLS-Report-Domain: testing.example", "application/tlsrpt+gzip");
        assertThat(reports.ask("send", "kind", "tls", "domain", "testing.example").getFirst()).contains("sent", "1");
        assertThat(reports.ask("send", "kind", "tls", "domain", "sts.example").getFirst()).contains("unwanted");
    }
}
