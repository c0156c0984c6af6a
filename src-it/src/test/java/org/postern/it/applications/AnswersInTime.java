package org.postern.it.applications;

import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * What it costs to ask: how long RCPT takes in fifty sessions that say it ten times a second each, and in fifty that say it again and again as fast as they can, when no application is asked and
 * when the one of docs/applications/questions.md is; and what a silent one costs the mail of others.
 */
public final class AnswersInTime {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int SESSIONS = 50;
    private static final int RECIPIENTS = 400;
    private static final int PACED = 100;
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int SENDERS = 10;
    private static final int TURNS = 5;
    private static final double NANOS_IN_MILLI = 1e6;

    private final Gateway gateway;

    private AnswersInTime(Gateway gateway) {
        this.gateway = gateway;
    }

    public static void main(String... arguments) throws Exception {
        Page page = Page.of("applications/questions.md");
        Gateway gateway = Gateway.plan("answers").configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[question]]
                recipient = "shop.example"
                at = "rcpt"
                application = "shop"
                remembered = "0s"
                [[question]]
                recipient = "silent.example"
                at = "rcpt"
                application = "silent"
                [[route]]
                recipient = "*"
                to = "discard"
                """).start();
        try (gateway; Desk desk = new Desk(gateway)) {
            desk.put("Customers.java", page.only("The application", "java"));
            desk.deploy("customers", "Customers.java");
            Await.until("it is deployed", Duration.ofMinutes(2),
                    () -> desk.type("./postern status").contains("application customers.jar: deployed"));
            new AnswersInTime(gateway).measure();
        }
    }

    private void measure() throws IOException, InterruptedException, ExecutionException {
        OUT.println("| RCPT, ms | median | p95 | longest |\n|---|---|---|---|");
        for (int turn = 0; turn < TURNS; turn++) {
            row("ten a second each, nobody is asked", rcpt("other.example", PACED, PACE));
            row("ten a second each, the application is asked", rcpt("shop.example", PACED, PACE));
            row("as fast as they can, nobody is asked", rcpt("other.example", RECIPIENTS, Duration.ZERO));
            row("as fast as they can, the application is asked", rcpt("shop.example", RECIPIENTS, Duration.ZERO));
        }
        OUT.println(
                "\n| messages/s of others | nobody waits | 50 sessions wait for a silent application | ratio |\n|---|---|---|---|");
        rate();
        rate();
        for (int turn = 0; turn < TURNS; turn++) {
            // What grows faster or slower meanwhile does so for both.
            double first = rate();
            double beside = (besideSilence() + besideSilence()) / 2;
            double alone = (first + rate()) / 2;
            OUT.printf("| %d | %.0f | %.0f | %.2f |%n", turn + 1, alone, beside, beside / alone);
        }
    }

    private static void row(String name, long[] times) {
        Arrays.sort(times);
        OUT.printf("| %s | %.2f | %.2f | %.1f |%n", name, times[times.length / 2] / NANOS_IN_MILLI,
                times[times.length * 95 / 100] / NANOS_IN_MILLI, times[times.length - 1] / NANOS_IN_MILLI);
    }

    private long[] rcpt(String domain, int count, Duration pace) throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newFixedThreadPool(SESSIONS)) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                all.add(people.submit(() -> one(domain, count, pace)));
            }
            long[] times = new long[SESSIONS * count];
            for (int i = 0; i < SESSIONS; i++) {
                System.arraycopy(all.get(i).get(), 0, times, i * count, count);
            }
            return times;
        }
    }

    private long[] one(String domain, int count, Duration pace) throws IOException {
        long[] times = new long[count];
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            long first = System.nanoTime() + ThreadLocalRandom.current().nextLong(pace.toNanos() + 1);
            for (int i = 0; i < count; i++) {
                awaitTime(first + i * pace.toNanos());
                long begun = System.nanoTime();
                expect("250", client.say("RCPT TO:<c" + i + "@" + domain + ">"));
                times[i] = System.nanoTime() - begun;
            }
        }
        return times;
    }

    private static void awaitTime(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void expect(String code, String reply) {
        if (!reply.startsWith(code)) {
            throw new IllegalStateException(reply);
        }
    }

    private double rate() throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long end = begun + TIME.toNanos();
        try (ExecutorService people = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                all.add(people.submit(() -> send(end)));
            }
            long sent = 0;
            for (Future<Long> one : all) {
                sent += one.get();
            }
            return sent * 1e9 / (System.nanoTime() - begun);
        }
    }

    /** Sends until then; {@return how many} */
    private long send(long end) throws IOException {
        long sent = 0;
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            while (System.nanoTime() < end) {
                expect("250", client.mail("a@client.example", "b@other.example", SampleMail.about("no question")));
                sent++;
            }
        }
        return sent;
    }

    private double besideSilence() throws InterruptedException, ExecutionException {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService waiting = Executors.newFixedThreadPool(SESSIONS)) {
            for (int i = 0; i < SESSIONS; i++) {
                waiting.execute(() -> wait(over));
            }
            double rate = rate();
            over.set(true);
            return rate;
        }
    }

    private void wait(AtomicBoolean over) {
        while (!over.get()) {
            try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
                client.say("MAIL FROM:<a@client.example>");
                expect("451", client.say("RCPT TO:<x@silent.example>"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
