package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.mail.Envelope;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plays every dialogue file of this package. */
class SmtpClientTest {
    private static final Path DIALOGUES = Path.of("src/test/resources/org/postern/smtp/client");

    @TestFactory
    List<DynamicTest> speaks() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(DIALOGUES)) {
            for (Path file : files.sorted().toList()) {
                ClientDialogue dialogue = ClientDialogue.parse(Files.readString(file));
                tests.add(DynamicTest.dynamicTest(dialogue.title(), () -> play(dialogue)));
            }
        }
        return tests;
    }

    private static void play(ClientDialogue dialogue) {
        ScriptedTransport transport = new ScriptedTransport(dialogue.wire());
        SmtpClient client = new SmtpClient(transport, "gateway.example.org", dialogue.protocol(),
                Timeouts.RFC5321);
        List<String> results = new ArrayList<>(List.of(told(client.open(dialogue.startTls(), dialogue.login()))));
        for (List<String> order : dialogue.orders()) {
            if (order.equals(List.of("quit"))) {
                client.quit(Duration.ofSeconds(5));
                results.add(transport.isClosed() ? "closed" : "open");
            } else {
                Envelope envelope = ClientDialogue.envelope(order);
                List<Outcome> outcomes = client.send(envelope, ClientDialogue.content(order));
                for (int i = 0; i < outcomes.size(); i++) {
                    results.add(envelope.recipients().get(i).mailbox() + " " + told(outcomes.get(i)));
                }
            }
        }
        assertThat(results).isEqualTo(dialogue.results());
        assertThat(transport.rest()).isEmpty();
    }

    private static String told(Opening opening) {
        return switch (opening) {
            case Opening.Ready ready -> "ready";
            case Opening.Refused refused -> "refused " + refused.reply();
            case Opening.Unprotected unprotected -> "unprotected " + unprotected.reply();
            case Opening.LoginFailed failed -> "login failed " + failed.reply();
            case Opening.Lost lost -> "lost " + lost.step() + " " + lost.reason();
        };
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "accepted " + accepted.reply();
            case Outcome.Willing willing -> "willing " + willing.reply();
            case Outcome.Refused refused -> "refused " + refused.step() + " " + refused.reply();
            case Outcome.Unfit unfit -> "unfit " + unfit.reply();
            case Outcome.Lost lost -> "lost " + lost.step() + " " + lost.reason();
            case Outcome.Unasked unasked -> "unasked";
            case Outcome.InDoubt doubt -> "in doubt " + doubt.reason();
        };
    }
}
