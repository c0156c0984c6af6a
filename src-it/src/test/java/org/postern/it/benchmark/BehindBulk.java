package org.postern.it.benchmark;

import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How long single messages take behind a bulk submission: one client hands in many messages as fast as it can to a next hop that takes
 * its time over each; another client hands in one every second, to the same next hop, until all is through. Prints from each one's 250 to
 * its arrival.
 */
public final class BehindBulk {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final long THOUGHT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String OTHER_CLIENT = "127.0.1.1";

    private final AtomicInteger bulk = new AtomicInteger();
    private final AtomicInteger singles = new AtomicInteger();
    private final RecordingServer next = RecordingServer.start("127.0.0.1", 0, this::arrived);

    private BehindBulk() {}

    /** Argument: messages of the bulk submission. */
    public static void main(String... arguments) throws Exception {
        new BehindBulk().measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000);
    }

    private void arrived(ReceivedMessage message) {
        if (message.text().contains("Subject: single")) {
            singles.incrementAndGet();
        } else {
            LockSupport.parkNanos(THOUGHT_NANOS);
            bulk.incrementAndGet();
        }
    }

    private void measure(int messages) throws IOException, InterruptedException, ExecutionException {
        try (Gateway gateway = Gateway.plan("behind-bulk").configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "*"
                to = "%s"
                """.formatted(next.destination())).start()) {
            CompletableFuture<Long> handed = CompletableFuture.supplyAsync(() -> hand(gateway.smtp(), messages));
            List<Long> delays = new ArrayList<>();
            while (bulk.get() < messages) {
                delays.add(single(gateway.smtp()));
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            Collections.sort(delays);
            OUT.printf("%d bulk messages accepted in %d s; %d single ones meanwhile: median %d ms, slowest %d ms%n",
                    messages, handed.get(), delays.size(), delays.get(delays.size() / 2), delays.getLast());
        } finally {
            next.close();
        }
    }

    private static long hand(int port, int messages) {
        long start = System.nanoTime();
        try {
            new SpreadLoad(port).hand(messages, i -> "x@many.example");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private long single(int port) throws IOException {
        int end = singles.get() + 1;
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom(OTHER_CLIENT, port)) {
            dialogue.hear();
            dialogue.say("EHLO other.example");
            dialogue.mail("a@other.example", "x@many.example", SampleMail.about("single"));
        }
        long accepted = System.nanoTime();
        Await.until("it has arrived", LIMIT, () -> singles.get() >= end);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - accepted);
    }
}
