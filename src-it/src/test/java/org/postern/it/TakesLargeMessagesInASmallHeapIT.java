package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.CountingSink;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.Ports;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Large messages go through the heap in pieces, in and out: ten at a time, together nearly as large as all of it. */
@Order(1)
@EnabledIf(value = "org.postern.it.harness.SmtpSource#isInstalled", disabledReason = "Postfix is not installed")
class TakesLargeMessagesInASmallHeapIT {
    private static final int SENDERS = 10;
    private static final int OCTETS = 25 * 1024 * 1024;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int LIVING = Ports.free();
    private static final int DEAD = Ports.free();
    private static final Gateway GATEWAY = Gateway.plan("small-heap").configuration("""
            [[route]]
            recipient = "test.example"
            to = "host:127.0.0.1:%d"
            [[route]]
            recipient = "dead.example"
            to = "host:127.0.0.1:%d"
            [settings]
            "delivery.back-off" = "1s"
            "delivery.longest-back-off" = "5s"
            "retry.schedule" = "10s"
            """.formatted(LIVING, DEAD)).option("--heap", "256m").behindOthers().start();

    @AfterAll
    static void end() {
        GATEWAY.close();
    }

    @Test
    void tenTimes25MegabytesPassAHeapOf256() throws Exception {
        try (CountingSink sink = new CountingSink(LIVING)) {
            handTen("b@test.example");
            Await.until("all messages have reached smtp-sink", LIMIT, () -> sink.count() >= SENDERS);
            assertThat(GATEWAY.isReady()).isTrue();
        }
    }

    @Test
    void theyWaitForADeadDestinationAndReachItWhenItAnswers() throws Exception {
        LocalQueue queue = new LocalQueue(GATEWAY);
        handTen("b@dead.example");
        Await.until("all messages are parked", LIMIT,
                () -> queue.ask("list", "text", "b@dead.example").size() >= SENDERS);
        try (CountingSink sink = new CountingSink(DEAD)) {
            Await.until("all messages have reached smtp-sink", LIMIT, () -> sink.count() >= SENDERS);
            assertThat(GATEWAY.isReady()).isTrue();
        }
    }

    @Test
    void aSubmissionLargerThanAllOfItIsPutAsideWhole() {
        long octets = 400L * 1024 * 1024;
        Application.at(GATEWAY, "large").submitOddly("a@app.example", "b@test.example", "too large", octets, 1);
        Await.until("it is in postern.dead", LIMIT,
                () -> GATEWAY
                        .manage("/subsystem=messaging-activemq/server=default/jms-queue=postern.dead:count-messages")
                        .contains("=> 1L"));
        assertThat(GATEWAY.isReady()).isTrue();
        Path whole = GATEWAY.data().resolve("journal/large");
        Await.until("its body is there once", LIMIT, () -> sizes(whole).equals(List.of(true)));
    }

    /** {@return of each file, whether it is as large as what was handed in} */
    private static List<Boolean> sizes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.toFile().length() > 399L * 1024 * 1024).toList();
        }
    }

    private static void handTen(String recipient) throws Exception {
        byte[] content = SampleMail.about("large", OCTETS);
        Callable<String> sender = () -> SmtpDialogue.hand(GATEWAY.smtp(), "a@client.example", recipient, content);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> replies = senders.invokeAll(Collections.nCopies(SENDERS, sender));
            for (Future<String> reply : replies) {
                assertThat(reply.get()).startsWith("250 2.6.0");
            }
        }
    }
}
