package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Directory;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Login;
import org.postern.it.harness.Msmtp;
import org.postern.it.harness.Ports;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TokenIssuer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Users of an LDAP directory and of an identity provider, by the server configuration that the documentation gives. */
class BelievesADirectoryAndTokensIT {
    private static final Path EXAMPLE = Path.of(System.getProperty("postern.root"), "docs", "users-elsewhere.yaml");
    private static final int SUBMISSION = Ports.free();
    private static final String ALICE = "alice@home.example";
    private static final String PASSWORD = "correct horse";
    private static final Directory DIRECTORY = Directory.start("cn=postern,dc=example,dc=org",
            "the directory's password");
    private static final TokenIssuer ISSUER = new TokenIssuer();
    private static final RecordingServer NEXT = RecordingServer.start();
    @TempDir
    private static Path files;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        DIRECTORY.person("alice", PASSWORD, ALICE);
        Path yaml = files.resolve("users.yaml");
        Files.writeString(yaml, Files.readString(EXAMPLE)
                .replace("ldap://ldap.example.org:389", DIRECTORY.url())
                .replace("the provider's key, PEM", ISSUER.publicKey()));
        gateway = Gateway.plan("users-elsewhere")
                .configuration("""
                        [[route]]
                        recipient = "*"
                        to = "%s"
                        """.formatted(NEXT.destination()))
                .option("--submission-port", Integer.toString(SUBMISSION))
                .option("--server-yaml", yaml.toString())
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        NEXT.close();
        DIRECTORY.close();
    }

    private static String token(TokenIssuer issuer, String audience, String from, Duration lifetime) {
        return issuer.token("""
                {"iss":"%s","aud":"%s","email":"%s","exp":%d}""".formatted(from, audience, ALICE,
                Instant.now().plus(lifetime).getEpochSecond()));
    }

    private static String token() {
        return token(ISSUER, "mail", "https://login.example.org", Duration.ofHours(1));
    }

    @Test
    void whatTheRealmsCanDoIsOffered() throws IOException {
        try (SmtpDialogue session = Login.secured("127.0.4.1", SUBMISSION)) {
            assertThat(session.say("EHLO client.example")).contains("AUTH OAUTHBEARER PLAIN XOAUTH2 LOGIN")
                    .doesNotContain("SCRAM");
        }
    }

    @Test
    void theDirectoryKnowsThePassword() throws IOException {
        assertThat(Login.plain("127.0.4.2", SUBMISSION, "alice", PASSWORD)).startsWith("235 2.7.0");
        try (SmtpDialogue session = Login.secured("127.0.4.2", SUBMISSION)) {
            assertThat(Login.challenge(session.say("AUTH LOGIN"))).contains("Username:");
            assertThat(Login.challenge(session.say(Login.base64("alice")))).contains("Password:");
            assertThat(session.say(Login.base64(PASSWORD))).startsWith("235 2.7.0");
            assertThat(session.say("MAIL FROM:<boss@home.example>")).startsWith("550 5.7.1");
            assertThat(session.say("MAIL FROM:<" + ALICE + ">")).startsWith("250 2.1.0");
        }
    }

    @ParameterizedTest
    @CsvSource({"alice,wrong horse,11", "nobody,correct horse,12", "*,correct horse,13",
            "alice)(uid=*,correct horse,14",
            "'uid=alice,ou=people',correct horse,15", "alice,'',16"})
    void theDirectoryBelievesNothingElse(String user, String password, int client) throws IOException {
        assertThat(Login.plain("127.0.4." + client, SUBMISSION, user, password)).startsWith("535 5.7.8");
    }

    @Test
    void whileTheDirectoryIsAwayNobodyIsRefused() throws IOException {
        DIRECTORY.down();
        try {
            String reply = Login.plain("127.0.4.3", SUBMISSION, "alice", PASSWORD);
            assertThat(reply).startsWith("454 4.7.0").doesNotContain("ldap").doesNotContain("127.0.0.1");
        } finally {
            DIRECTORY.up();
        }
        assertThat(Login.plain("127.0.4.3", SUBMISSION, "alice", PASSWORD)).startsWith("235 2.7.0");
        assertThat(gateway.log()).contains("POSTERN2300")
                .doesNotContain(PASSWORD)
                .doesNotContain("directory's password");
    }

    @Test
    void aTokenAdmitsByTheClientsThatPeopleHave() {
        Assumptions.assumeTrue(Msmtp.exists() && Commands.exists("curl"));
        for (String mechanism : List.of("oauthbearer", "xoauth2")) {
            new Msmtp(SUBMISSION, "127.0.4.4").send(mechanism, ALICE, token(), ALICE, mechanism + "@elsewhere.example");
            NEXT.awaitText("Subject: to " + mechanism + "@elsewhere.example", Duration.ofSeconds(30));
        }
        Commands.run(List.of("curl", "-sS", "-k", "--ssl-reqd", "--url", "smtp://127.0.0.1:" + SUBMISSION, "--user",
                ALICE, "--oauth2-bearer", token(), "--mail-from", ALICE, "--mail-rcpt", "curl@elsewhere.example", "-T",
                "-"), Map.of(), "From: " + ALICE + "\r\nSubject: to curl@elsewhere.example\r\n\r\nhello\r\n");
        NEXT.awaitText("Subject: to curl@elsewhere.example", Duration.ofSeconds(30));
        assertThatThrownBy(() -> new Msmtp(SUBMISSION, "127.0.4.5").send("oauthbearer", ALICE, token() + "x", ALICE,
                "x@elsewhere.example")).hasMessageContaining("535 5.7.8");
    }

    private static void assertRefused(int client, String mechanism, String request, String json) throws IOException {
        try (SmtpDialogue session = Login.secured("127.0.4." + client, SUBMISSION)) {
            String reply = session.say("AUTH " + mechanism + " " + Login.base64(request));
            assertThat(Login.challenge(reply)).as(reply).hasValueSatisfying(said -> assertThat(said).contains(json));
            assertThat(session.say(Login.base64("\u0001"))).startsWith("535 5.7.8");
        }
    }

    private static void assertNotBelieved(int client, String token) throws IOException {
        assertRefused(client, "OAUTHBEARER", "n,,\u0001auth=Bearer " + token + "\u0001\u0001",
                "{\"status\":\"invalid_token\"}");
    }

    @Test
    void aTokenThatIsOldOrForSomethingElseOrNotTheProvidersIsExplainedAndRefused() throws IOException {
        Duration hour = Duration.ofHours(1);
        String issuer = "https://login.example.org";
        assertNotBelieved(21, token(ISSUER, "mail", issuer, Duration.ofMinutes(-5)));
        assertNotBelieved(22, token(ISSUER, "wiki", issuer, hour));
        assertNotBelieved(23, token(ISSUER, "mail", "https://other.example.org", hour));
        assertNotBelieved(24, token(new TokenIssuer(), "mail", issuer, hour));
        assertNotBelieved(25, "eyJhbGciOiJub25lIn0." + token().split("\\.", -1)[1] + ".");
        assertNotBelieved(26, "no.token");
        assertThat(gateway.log()).doesNotContain("eyJhbGciOi");
    }

    @Test
    void aTokenDoesNotSpeakForSomebodyElse() throws IOException {
        assertRefused(31, "OAUTHBEARER", "n,a=boss@home.example,\u0001auth=Bearer " + token() + "\u0001\u0001",
                "{\"status\":\"invalid_token\"}");
        assertRefused(32, "XOAUTH2", "user=boss@home.example\u0001auth=Bearer " + token() + "\u0001\u0001",
                "\"status\":\"401\"");
        assertThat(Login.once("127.0.4.33", SUBMISSION, "OAUTHBEARER", "n,a=" + ALICE + ",\u0001auth=Bearer " + token()
                + "\u0001\u0001")).startsWith("235 2.7.0");
    }
}
