package org.postern.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class TakingSinkTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final byte[] MESSAGE = "X-Number: 7\r\nX-Attempt: 9\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    private static SmtpDialogue beforeTheReply(TakingSink sink) throws IOException {
        SmtpDialogue client = SmtpDialogue.greeted(sink.port());
        client.say("MAIL FROM:<a@client.example>");
        client.say("RCPT TO:<b@test.example>");
        client.say("DATA");
        client.send(MESSAGE);
        client.send(END);
        return client;
    }

    private static Taking taking(TakingSink sink) {
        Await.until("the message was taken", LIMIT, () -> !sink.takings().isEmpty());
        return sink.takings().getFirst();
    }

    @Test
    void whoReadsTheReplyAndLeavesHadItInItsHands() throws IOException {
        try (TakingSink sink = new TakingSink(Duration.ofMillis(1))) {
            try (SmtpDialogue client = beforeTheReply(sink)) {
                assertThat(client.hear()).startsWith("250");
            }
            Await.until("the sink knows", LIMIT, () -> taking(sink).isRead());
            assertThat(taking(sink)).extracting(Taking::number, Taking::attempt, Taking::life).containsExactly(7, 9, 0);
        }
    }

    @Test
    void whoLeavesBeforeTheReplyHasNotReadIt() throws IOException {
        try (TakingSink sink = new TakingSink(Duration.ofSeconds(20))) {
            SmtpDialogue client = beforeTheReply(sink);
            taking(sink);
            client.close();
            Await.until("the session has ended", LIMIT, () -> sink.open() == 0);
            assertThat(taking(sink).isRead()).isFalse();
        }
    }

    @Test
    void whoIsKilledWithTheReplyUnreadHasNotReadIt() throws IOException {
        try (TakingSink sink = new TakingSink(Duration.ofMillis(1))) {
            SmtpDialogue client = beforeTheReply(sink);
            Await.until("the reply has come", LIMIT, client::isAnswered);
            client.reset();
            Await.until("the session has ended", LIMIT, () -> sink.open() == 0);
            assertThat(taking(sink).isRead()).isFalse();
        }
    }
}
