package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postern.it.harness.Await;
import org.postern.it.harness.CountingSink;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Large messages go through the heap in pieces, in and out: ten at a time, together nearly as large as all of it. */
@EnabledIf(value = "org.postern.it.harness.SmtpSource#isInstalled", disabledReason = "Postfix is not installed")
class TakesLargeMessagesInASmallHeapIT {
    private static final int SENDERS = 10;
    private static final int OCTETS = 25 * 1024 * 1024;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void tenTimes25MegabytesPassAHeapOf256() throws Exception {
        try (CountingSink sink = new CountingSink(); Gateway gateway = Gateway.plan("small-heap").configuration("""
                [[route]]
                recipient = "test.example"
                to = "host:127.0.0.1:%d"
                """.formatted(sink.port())).option("--heap", "256m").start()) {
            byte[] content = SampleMail.about("large", OCTETS);
            Callable<String> sender = () -> hand(gateway.smtp(), content);
            try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> replies = senders.invokeAll(Collections.nCopies(SENDERS, sender));
                for (Future<String> reply : replies) {
                    assertThat(reply.get()).startsWith("250 2.6.0");
                }
            }
            Await.until("all messages have reached smtp-sink", LIMIT, () -> sink.count() >= SENDERS);
            assertThat(gateway.isReady()).isTrue();
        }
    }

    private static String hand(int port, byte[] content) throws IOException {
        return SmtpDialogue.hand(port, "a@client.example", "b@test.example", content);
    }
}
