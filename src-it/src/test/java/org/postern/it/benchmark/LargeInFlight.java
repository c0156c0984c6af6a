package org.postern.it.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.OpenFiles;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What large messages cost that are on their way in: ten senders bring 25 MB each at once, to a gateway with its default heap. Prints
 * how the heap in use has risen when all octets but the last are there, and the most it had risen while they came and while they were
 * taken; each time after a collection of garbage.
 */
public final class LargeInFlight {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int SENDERS = 10;
    private static final int OCTETS = 25 * 1024 * 1024;
    /** What the gateway may hold back before it writes it to the disk. */
    private static final int BUFFERED = 1024 * 1024;
    /** In KB: a difference that means nothing. */
    private static final int SETTLED = 256;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final byte[] ALL_BUT_THE_LAST = ".\r".getBytes(US_ASCII);

    private final Gateway gateway;
    private long peak;

    private LargeInFlight(Gateway gateway) {
        this.gateway = gateway;
    }

    public static void main(String... arguments) throws Exception {
        try (Gateway gateway = Gateway.plan("large-in-flight").configuration("""
                [[route]]
                recipient = "test.example"
                to = "queue:orders"
                """).start()) {
            new LargeInFlight(gateway).measure();
        }
    }

    private void measure() throws Exception {
        SmtpDialogue.hand(gateway.smtp(), "a@client.example", "b@test.example", SampleMail.about("warm-up", OCTETS));
        byte[] content = SampleMail.about("large", OCTETS);
        long before = settled();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<SmtpDialogue> senders = new ArrayList<>();
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                SmtpDialogue sender = inContent();
                senders.add(sender);
                sending.add(threads.submit(() -> send(sender, content)));
            }
            watch(sending);
            Await.until("all has arrived", LIMIT, () -> spooled() >= (long) SENDERS * (OCTETS - BUFFERED));
            long then = look();
            OUT.printf("%d messages of %d MB in flight: heap in use %d -> %d KB, %.1f MB more%n", SENDERS,
                    OCTETS >> 20, before, then, (then - before) / 1024.0);
            List<Future<?>> ending = new ArrayList<>();
            senders.forEach(sender -> ending.add(threads.submit(() -> end(sender))));
            watch(ending);
        }
        OUT.printf("at most %.1f MB more while they came and were taken%n", (peak - before) / 1024.0);
        OUT.printf("heap in use afterwards: %.1f MB more%n", (ServerMemory.of(gateway).heap() - before) / 1024.0);
    }

    /** {@return the heap in use, once collecting garbage does not make it smaller any more} */
    private long settled() throws IOException {
        long before = Long.MAX_VALUE;
        long now = ServerMemory.of(gateway).heap();
        while (now < before - SETTLED) {
            before = now;
            now = ServerMemory.of(gateway).heap();
        }
        return Math.min(before, now);
    }

    private SmtpDialogue inContent() throws IOException {
        SmtpDialogue sender = SmtpDialogue.greeted(gateway.smtp());
        sender.say("MAIL FROM:<a@client.example>");
        sender.say("RCPT TO:<b@test.example>");
        sender.say("DATA");
        return sender;
    }

    private static void send(SmtpDialogue sender, byte[] content) {
        try {
            sender.send(content);
            sender.send(ALL_BUT_THE_LAST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(SmtpDialogue sender) {
        try (sender) {
            sender.send("\n".getBytes(US_ASCII));
            String reply = sender.hear();
            if (!reply.startsWith("250")) {
                throw new IOException(reply);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks again and again until all of it is done. */
    private void watch(List<Future<?>> work) throws IOException, InterruptedException, ExecutionException {
        while (!work.stream().allMatch(Future::isDone)) {
            look();
        }
        for (Future<?> done : work) {
            done.get();
        }
    }

    private long look() throws IOException {
        long heap = ServerMemory.of(gateway).heap();
        peak = Math.max(peak, heap);
        return heap;
    }

    private long spooled() throws IOException {
        return OpenFiles.octets(gateway.server(), "spool");
    }
}
