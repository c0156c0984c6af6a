package org.postern.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class RecordingServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final RecordingServer server = RecordingServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsEnvelopeAndContentToTheOctet() throws IOException {
        byte[] content = SampleMail.withAttachment("recorded", 5000);
        try (SmtpDialogue client = SmtpDialogue.greeted(server.port())) {
            assertThat(client.mail("a@x.example", "b@y.example", content)).startsWith("250");
        }
        ReceivedMessage message = server.awaitText("SUBJECT: recorded", LIMIT);
        assertThat(message.mail()).isEqualTo("MAIL FROM:<a@x.example>");
        assertThat(message.recipients()).containsExactly("RCPT TO:<b@y.example>");
        assertThat(message.text()).isEqualTo(new String(content, StandardCharsets.ISO_8859_1));
    }

    @Test
    void saysWhatItIsToldToSayAndThenYes() throws IOException {
        server.says("RCPT TO:<slow@y.example>", "451 first", "451 second")
                .alwaysSays("RCPT TO:<no@y.example>", "550 no");
        try (SmtpDialogue client = SmtpDialogue.greeted(server.port())) {
            client.say("MAIL FROM:<a@x.example>");
            assertThat(client.say("RCPT TO:<slow@y.example>")).isEqualTo("451 first");
            assertThat(client.say("rcpt to:<slow@y.example>")).isEqualTo("451 second");
            assertThat(client.say("RCPT TO:<slow@y.example>")).startsWith("250");
            assertThat(client.say("RCPT TO:<no@y.example>")).isEqualTo("550 no");
            assertThat(client.say("RCPT TO:<no@y.example>")).isEqualTo("550 no");
        }
    }

    @Test
    void goesDownAndComesUpAgain() throws IOException {
        server.down();
        assertThatThrownBy(() -> SmtpDialogue.connect(server.port())).isInstanceOf(ConnectException.class);
        server.up();
        try (SmtpDialogue client = SmtpDialogue.greeted(server.port())) {
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }
}
