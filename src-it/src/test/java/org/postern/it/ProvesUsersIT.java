package org.postern.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Authority;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Login;
import org.postern.it.harness.MailUsers;
import org.postern.it.harness.Msmtp;
import org.postern.it.harness.Ports;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import javax.net.ssl.KeyManager;

/** The gateway's own users prove who they are by SCRAM or by a certificate; others prove nothing, and learn nothing. */
class ProvesUsersIT {
    private static final int SUBMISSION = Ports.free();
    private static final int SUBMISSIONS = Ports.free();
    private static final String ALICE = "alice@home.example";
    private static final String GUESSED = "guessed@home.example";
    private static final String PASSWORD = "correct horse";
    private static final String WEBMAIL = "127.0.3.200";
    private static final RecordingServer NEXT = RecordingServer.start();
    @TempDir
    private static Path keys;
    private static Authority ours;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        ours = Authority.in(keys, "ours");
        gateway = Gateway.plan("proves-users")
                .configuration("""
                        [tls]
                        client-authorities = "%s"
                        [[route]]
                        recipient = "*"
                        to = "%s"
                        [settings]
                        "auth.attempts" = "2"
                        "auth.shared-networks" = "%s"
                        """.formatted(ours.certificate(), NEXT.destination(), WEBMAIL))
                .option("--submission-port", Integer.toString(SUBMISSION))
                .option("--submissions-port", Integer.toString(SUBMISSIONS))
                .start();
        MailUsers users = new MailUsers(gateway);
        users.add(ALICE, PASSWORD);
        users.add(GUESSED, PASSWORD);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        NEXT.close();
    }

    @Test
    void bySecretsThatAreNotSaid() {
        Assumptions.assumeTrue(Msmtp.exists());
        new Msmtp(SUBMISSION, "127.0.3.1").send("scram-sha-256", ALICE, PASSWORD, ALICE, "scram@elsewhere.example");
        assertThat(NEXT.awaitText("Subject: to scram@elsewhere.example", Duration.ofSeconds(30)).text())
                .contains("with ESMTPSA");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookAlike() {
        Assumptions.assumeTrue(Msmtp.exists());
        for (String user : new String[]{GUESSED, "nobody@home.example"}) {
            Msmtp client = new Msmtp(SUBMISSION, user.equals(GUESSED) ? "127.0.3.2" : "127.0.3.3");
            assertThatThrownBy(() -> client.send("scram-sha-256", user, "wrong horse", ALICE, "x@elsewhere.example"))
                    .hasMessageContaining("535 5.7.8");
        }
    }

    private static SmtpDialogue startTls(String source, KeyManager... certificates) throws IOException {
        SmtpDialogue clear = SmtpDialogue.connectFrom(source, SUBMISSION);
        clear.hear();
        clear.say("EHLO client.example");
        clear.say("STARTTLS");
        return clear.inTlsShowing(certificates);
    }

    @Test
    void byACertificateBehindStartTls() throws IOException {
        try (SmtpDialogue session = startTls("127.0.3.4", ours.client(ALICE))) {
            assertThat(session.say("EHLO client.example")).contains("EXTERNAL");
            assertThat(session.say("AUTH EXTERNAL =")).startsWith("235 2.7.0");
            assertThat(session.mail(ALICE, "external@elsewhere.example",
                    ("From: " + ALICE + "\r\n\r\nhello\r\n").getBytes(US_ASCII)))
                    .startsWith("250 2.6.0");
        }
    }

    @Test
    void byACertificateInsideTls() throws IOException {
        try (SmtpDialogue session = SmtpDialogue.connectFrom("127.0.3.5", SUBMISSIONS)
                .inTlsShowing(ours.client("Alice@Home.example"))) {
            session.hear();
            session.say("EHLO client.example");
            assertThat(session.say("AUTH EXTERNAL")).isEqualTo("334");
            assertThat(session.say(Login.base64(ALICE))).startsWith("235 2.7.0");
        }
    }

    @Test
    void aCertificateDoesNotSpeakForSomebodyElse() throws IOException {
        try (SmtpDialogue session = startTls("127.0.3.6", ours.client(ALICE))) {
            session.say("EHLO client.example");
            assertThat(session.say("AUTH EXTERNAL " + Login.base64("boss@home.example"))).startsWith("535 5.7.8");
        }
        try (SmtpDialogue session = startTls("127.0.3.7", ours.client("mallory"))) {
            session.say("EHLO client.example");
            assertThat(session.say("AUTH EXTERNAL =")).startsWith("535 5.7.8");
        }
    }

    @Test
    void noCertificateOrAStrangersIsNone() throws IOException {
        KeyManager[] strangers = Authority.in(keys, "strangers").client(ALICE);
        for (KeyManager[] shown : new KeyManager[][]{{}, strangers}) {
            try (SmtpDialogue session = startTls("127.0.3.9", shown)) {
                assertThat(session.say("EHLO client.example")).contains("AUTH ").doesNotContain("EXTERNAL");
                assertThat(session.say("AUTH EXTERNAL =")).startsWith("504 5.5.4");
            }
        }
    }

    /** SASLprep forbids the first; a proof that is too short was the second's; the third is no UTF-8. */
    @Test
    void oddNamesAndProofsAreFailedLogins() throws IOException {
        assertThat(Login.once("127.0.3.10", SUBMISSION, "SCRAM-SHA-256", "n,,n=\uE000,r=abcdef"))
                .startsWith("535 5.7.8");
        try (SmtpDialogue session = Login.secured("127.0.3.10", SUBMISSION)) {
            String asked = Login
                    .challenge(session.say("AUTH SCRAM-SHA-256 " + Login.base64("n,,n=" + GUESSED + ",r=abc")))
                    .orElseThrow();
            String nonce = asked.substring(2, asked.indexOf(','));
            assertThat(session.say(Login.base64("c=biws,r=" + nonce + ",p=AAAA"))).startsWith("535 5.7.8");
            assertThat(session.say("AUTH SCRAM-SHA-256")).startsWith("454 4.7.0");
            assertThat(session.say("AUTH PLAIN w4PDKA==")).startsWith("454 4.7.0");
        }
        assertThat(gateway.log()).doesNotContain("POSTERN2300");
    }

    @Test
    void whoSharesANetworkIsNotLockedOutByOthersThere() throws IOException {
        for (String user : new String[]{"one", "two", "three"}) {
            assertThat(Login.plain(WEBMAIL, SUBMISSION, user, "wrong horse")).startsWith("535 5.7.8");
        }
        assertThat(Login.plain(WEBMAIL, SUBMISSION, ALICE, PASSWORD)).startsWith("235 2.7.0");
        assertThat(Login.plain(WEBMAIL, SUBMISSION, "three", "wrong horse")).startsWith("535 5.7.8");
        assertThat(Login.plain(WEBMAIL, SUBMISSION, "three", "wrong horse")).startsWith("454 4.7.0");
    }

    @Test
    void sharingANetworkIsNoTrust() throws IOException {
        try (SmtpDialogue session = SmtpDialogue.connectFrom(WEBMAIL, gateway.smtp())) {
            session.hear();
            session.say("EHLO client.example");
            session.say("MAIL FROM:<a@client.example>");
            assertThat(session.say("ETRN elsewhere.example")).startsWith("5");
        }
    }
}
