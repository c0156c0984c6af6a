package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Ports;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Users log in by the clients that people have, send what is theirs, and nothing else. */
class LetsUsersSubmitIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SUBMISSION = Ports.free();
    private static final int SUBMISSIONS = Ports.free();
    private static final String ALICE = "alice@home.example";
    private static final String PASSWORD = "correct horse";
    private static final RecordingServer NEXT = RecordingServer.start();
    private static Gateway gateway;
    private static Console console;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("users-submit")
                .configuration("""
                        [[route]]
                        recipient = "*"
                        to = "%s"
                        [settings]
                        "auth.attempts" = "3"
                        "retry.schedule" = "1h"
                        "log.format" = "json"
                        """.formatted(NEXT.destination()))
                .option("--submission-port", Integer.toString(SUBMISSION))
                .option("--submissions-port", Integer.toString(SUBMISSIONS))
                .start();
        console = Console.withFirstAdministrator(gateway, "admin", "correct horse battery");
        user(PASSWORD, "add", ALICE);
        user(PASSWORD, "add", "robot", "--may-send-as", "robot@home.example,lists.example");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        NEXT.close();
    }

    private static String user(String input, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("postern.root"), "postern").toString(), "user"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", gateway.data().toString()));
        return Commands.run(command, Map.of(), input + "\n");
    }

    private static String swaks(String mechanism, String user, String password, String from, String to,
            String... more) {
        Assumptions.assumeTrue(Commands.exists("swaks"));
        List<String> command = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1:" + SUBMISSION, "--tls",
                "--auth",
                mechanism, "--auth-user", user, "--auth-password", password, "--from", from, "--to", to, "--h-From",
                from, "--h-Subject", "to " + to));
        command.addAll(List.of(more));
        return Commands.run(command);
    }

    private static ReceivedMessage arrived(String to) {
        return NEXT.awaitText("Subject: to " + to, LIMIT);
    }

    @Test
    void bySwaksWithPlain() {
        swaks("PLAIN", ALICE, PASSWORD, ALICE, "plain@elsewhere.example");
        assertThat(arrived("plain@elsewhere.example").text()).contains("with ESMTPSA");
    }

    @Test
    void bySwaksWithLogin() {
        swaks("LOGIN", ALICE, PASSWORD, ALICE, "login@elsewhere.example");
        arrived("login@elsewhere.example");
    }

    @Test
    void byPythonInsideTls() {
        Assumptions.assumeTrue(Commands.exists("python3"));
        Commands.run(List.of("python3", "-c", """
                import smtplib, ssl
                server = smtplib.SMTP_SSL('127.0.0.1', %d, context=ssl._create_unverified_context())
                server.login('robot', 'correct horse')
                server.sendmail('any@lists.example', ['python@elsewhere.example'],
                    'From: any@lists.example\\r\\nSubject: to python@elsewhere.example\\r\\n\\r\\nhello\\r\\n')
                server.quit()
                """.formatted(SUBMISSIONS)));
        arrived("python@elsewhere.example");
    }

    @Test
    void byCurl() {
        Assumptions.assumeTrue(Commands.exists("curl"));
        Commands.run(List.of("curl", "-sS", "-k", "--url", "smtps://127.0.0.1:" + SUBMISSIONS, "-u",
                ALICE + ":" + PASSWORD, "--mail-from", ALICE, "--mail-rcpt", "curl@elsewhere.example", "-T", "-"),
                Map.of(), "From: " + ALICE + "\r\nSubject: to curl@elsewhere.example\r\n\r\nhello\r\n");
        arrived("curl@elsewhere.example");
    }

    @Test
    void nobodyWritesInAnothersName() {
        assertThatThrownBy(
                () -> swaks("PLAIN", ALICE, PASSWORD, "boss@home.example", "forged@elsewhere.example"))
                .hasMessageContaining("550 5.7.1 Not an address that you may send as");
        assertThatThrownBy(() -> swaks("PLAIN", ALICE, PASSWORD, ALICE, "forged@elsewhere.example", "--h-From",
                "boss@home.example")).hasMessageContaining("550 5.7.1 From holds");
        Await.until("the refusal stands in the trace", LIMIT,
                () -> console.read("messages?q=forged@elsewhere.example").contains("efused")
                        || console.read("messages?q=" + ALICE).contains("efused"));
    }

    @Test
    void nobodySubmitsWithoutALogin() {
        Assumptions.assumeTrue(Commands.exists("swaks"));
        assertThatThrownBy(() -> Commands.run(List.of("swaks", "--server", "127.0.0.1:" + SUBMISSION, "--tls", "--from",
                ALICE, "--to", "x@elsewhere.example"))).hasMessageContaining("530 5.7.0");
        assertThatThrownBy(() -> Commands.run(List.of("swaks", "--server", "127.0.0.1:" + SUBMISSION, "--auth", "PLAIN",
                "--auth-user", ALICE, "--auth-password", PASSWORD, "--from", ALICE, "--to", "x@elsewhere.example")))
                .hasMessageContaining("did not advertise");
    }

    @Test
    void whoGuessesIsLockedOutAndItIsTold() {
        user(PASSWORD, "add", "guessed");
        String session = "";
        for (int i = 0; i < 3; i++) {
            Throwable refused = catchThrowable(() -> guess("127.0.2.1", "wrong"));
            assertThat(refused).hasMessageContaining("535 5.7.8");
            session = refused.getMessage().replaceAll("(?s).*\\[ref ([0-9A-Z]+)\\].*", "$1");
        }
        assertThatThrownBy(() -> guess("127.0.2.1", PASSWORD)).hasMessageContaining("454 4.7.0");
        assertThatThrownBy(() -> guess("127.0.2.2", PASSWORD)).hasMessageContaining("454 4.7.0");
        assertThat(gateway.log()).contains("POSTERN2301").doesNotContain(PASSWORD);
        assertThat(sessionOf("POSTERN2301")).isEqualTo(session);
        assertThat(console.awaitStory(session, "locked out")).contains("535 5.7.8", "454 4.7.0", "as guessed");
    }

    /** {@return the session that the first line of the log with this text names in a field}, where each line is a JSON object. */
    private static String sessionOf(String text) {
        List<JsonObject> lines = gateway.log().lines().map(LetsUsersSubmitIT::read).toList();
        return lines.stream()
                .filter(line -> line.getString("message").contains(text))
                .map(line -> line.getJsonObject("mdc").getString("session"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject read(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static String guess(String client, String password) {
        return swaks("LOGIN", "guessed", password, "guessed@home.example", "x@elsewhere.example", "--local-interface",
                client);
    }

    @Test
    void whoIsDisabledDoesNotGetIn() {
        user(PASSWORD, "add", "former@home.example");
        user("", "disable", "former@home.example");
        assertThat(user("", "list")).contains("former@home.example\tdisabled");
        assertThatThrownBy(() -> swaks("PLAIN", "former@home.example", PASSWORD, "former@home.example",
                "x@elsewhere.example", "--local-interface", "127.0.2.3")).hasMessageContaining("535 5.7.8");
    }

    @Test
    void aUserHasWaitingMailReleased() {
        NEXT.says("RCPT TO:<waits@back.example>", "451 4.3.2 not yet");
        swaks("PLAIN", ALICE, PASSWORD, ALICE, "waits@back.example");
        Await.until("ETRN finds what waits", LIMIT,
                () -> session("s.docmd('ETRN', 'back.example')").contains("253"));
        arrived("waits@back.example");
    }

    @Test
    void mailIsHeldAsLongAsItsSenderWishes() {
        String id = session("""
                s.docmd('MAIL', 'FROM:<%s> HOLDFOR=3'), s.docmd('RCPT', 'TO:<held@elsewhere.example>'), \
                s.data('From: %s\\r\\nSubject: to held@elsewhere.example\\r\\n\\r\\nhello\\r\\n')"""
                .formatted(ALICE, ALICE)).replaceAll("(?s).*queued as ([0-9A-Z]+).*", "$1");
        arrived("held@elsewhere.example");
        assertThat(console.awaitStory(id, "elivered")).contains("as its sender wants", "by " + ALICE);
    }

    /** {@return what the server answers to these calls of Python's client, which has logged in} */
    private static String session(String calls) {
        Assumptions.assumeTrue(Commands.exists("python3"));
        return Commands.run(List.of("python3", "-c", """
                import smtplib, ssl
                s = smtplib.SMTP_SSL('127.0.0.1', %d, context=ssl._create_unverified_context())
                s.login('%s', '%s')
                print(%s)
                """.formatted(SUBMISSIONS, ALICE, PASSWORD, calls)));
    }
}
