package org.postern.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.KeyFiles;
import org.postern.it.harness.Ports;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** TLS on every port, by the certificates it was given or by one it makes itself. */
@World.Shared
class SpeaksTlsIT {
    private static final int SUBMISSION = Ports.free();
    private static final int SUBMISSIONS = Ports.free();
    private static final int APPLICATIONS = Ports.free();
    @TempDir
    private static Path keys;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        Path more = Files.createDirectory(keys.resolve("more"));
        KeyFiles.make(keys.resolve("server.p12"), "first.example");
        KeyFiles.make(more.resolve("other.p12"), "other.example");
        gateway = Gateway.plan("speaks-tls")
                .configuration("""
                        [[route]]
                        recipient = "app.example"
                        to = "queue:orders"
                        """)
                .set("applications.port", Integer.toString(APPLICATIONS))
                .set("tls.keystore", keys.resolve("server.p12").toString())
                .secret("tls.keystore-password", KeyFiles.PASSWORD)
                .set("tls.folder", more.toString())
                .option("--submission-port", Integer.toString(SUBMISSION))
                .option("--submissions-port", Integer.toString(SUBMISSIONS))
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static SmtpDialogue startTls(int port) throws IOException {
        SmtpDialogue dialogue = SmtpDialogue.greeted(port);
        assertThat(dialogue.say("STARTTLS")).startsWith("220");
        return dialogue;
    }

    private static String subject(SmtpDialogue dialogue) throws IOException {
        return dialogue.certificate().getSubjectX500Principal().getName();
    }

    @Test
    void withoutACertificateItHasMadeOneByItself(World world) throws IOException {
        try (SmtpDialogue secured = startTls(world.gateway().smtp()).inTls("TLSv1.3")) {
            assertThat(subject(secured)).isEqualTo("CN=gateway.example");
            secured.say("EHLO client.example");
            assertThat(secured.mail("a@client.example", "by-tls@test.example", SampleMail.about("by TLS")))
                    .startsWith("250 2.6.0");
        }
        assertThat(world.nextHop().awaitText("Subject: by TLS", Duration.ofSeconds(20)).text())
                .contains("with ESMTPS id ");
        Path file = world.gateway().data().resolve("tls/self-signed.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(world.gateway().log()).contains("POSTERN1101");
    }

    @Test
    void whereTlsIsImplicitItComesBeforeTheGreeting() throws IOException {
        try (SmtpDialogue secured = SmtpDialogue.connect(SUBMISSIONS).inTls("TLSv1.2")) {
            assertThat(secured.hear()).startsWith("220 gateway.example");
            assertThat(secured.say("EHLO client.example")).doesNotContain("STARTTLS");
        }
    }

    @Test
    void oldVersionsAreRefused() {
        for (String version : List.of("TLSv1", "TLSv1.1")) {
            for (int port : List.of(SUBMISSIONS, APPLICATIONS)) {
                assertThatThrownBy(() -> SmtpDialogue.connect(port).inTls(version)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void opensslTalksToIt() {
        Assumptions.assumeTrue(Commands.exists("openssl"));
        String said = Commands
                .run(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + gateway.smtp(), "-starttls",
                        "smtp", "-crlf", "-ign_eof", "-servername", "other.example"), Map.of(), "QUIT\n");
        assertThat(said).contains("CN = other.example").contains("TLSv1.3").contains("221 2.0.0");
    }

    @Test
    void theNameAskedForPicksTheCertificate() throws IOException {
        try (SmtpDialogue other = startTls(gateway.smtp()).inTlsAsking("other.example");
                SmtpDialogue unknown = startTls(gateway.smtp()).inTlsAsking("unknown.example")) {
            assertThat(subject(other)).isEqualTo("CN=other.example");
            assertThat(subject(unknown)).isEqualTo("CN=first.example");
        }
    }

    @Test
    void aChangedCertificateIsUsedWhileSessionsGoOn() throws IOException {
        try (SmtpDialogue before = startTls(gateway.smtp()).inTls("TLSv1.3")) {
            X509Certificate old = before.certificate();
            KeyFiles.make(keys.resolve("server.p12"), "first.example");
            Await.until("the new certificate is shown", Duration.ofSeconds(20), () -> {
                try (SmtpDialogue next = startTls(gateway.smtp()).inTls("TLSv1.3")) {
                    return !next.certificate().equals(old);
                }
            });
            assertThat(before.say("EHLO client.example")).startsWith("250");
            Await.until("it is shown to applications", Duration.ofSeconds(20), () -> {
                try (SmtpDialogue next = SmtpDialogue.connect(APPLICATIONS).inTls("TLSv1.2")) {
                    return !next.certificate().equals(old);
                }
            });
        }
    }

    @Test
    void anApplicationComesInByTlsIfItBelievesTheCertificate(@TempDir Path folder) throws IOException {
        Application plain = Application.at(gateway, "shop");
        Path trust = KeyFiles.trust(Files.copy(keys.resolve("more/other.p12"), folder.resolve("other.p12")));
        Application application = plain.byTls(APPLICATIONS, "other.example", trust);
        application.submit("shop@client.example", "orders@app.example", SampleMail.about("an order by TLS"));
        assertThat(application.await("orders", "Subject: an order by TLS", Duration.ofSeconds(20)).envelope())
                .contains("orders@app.example");
        Application mistrusting = plain.byTls(APPLICATIONS, "unknown.example", trust);
        assertThatThrownBy(() -> mistrusting.read("orders")).hasMessageContaining("JMSException");
        assertThatThrownBy(() -> Application.with(APPLICATIONS, "shop@applications").read("orders"))
                .hasMessageContaining("JMSException");
    }

    @Test
    void aSubmissionWantsToKnowWhoItIs() throws IOException {
        try (SmtpDialogue clear = SmtpDialogue.greeted(SUBMISSION)) {
            assertThat(clear.say("MAIL FROM:<a@client.example>")).startsWith("530 5.7.0");
        }
        try (SmtpDialogue secured = startTls(SUBMISSION).inTls("TLSv1.3")) {
            assertThat(secured.say("EHLO client.example")).contains("AUTH ");
            assertThat(secured.say("MAIL FROM:<a@client.example>")).startsWith("530 5.7.0");
        }
    }

    @Test
    void whatFollowsStartTlsInTheClearIsNotRun() throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.greeted(gateway.smtp())) {
            dialogue.send("STARTTLS\r\nMAIL FROM:<injected@client.example>\r\n".getBytes(US_ASCII));
            assertThat(dialogue.rest()).startsWith("5").doesNotContain("250");
        }
    }
}
