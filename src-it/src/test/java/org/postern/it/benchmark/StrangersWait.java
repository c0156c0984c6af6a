package org.postern.it.benchmark;

import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long strangers wait for the 250 behind their content, where nothing is known of any of their domains.
 *
 * @param port of the gateway
 * @param dns what is asked about them
 */
record StrangersWait(int port, TestDns dns) {
    private static final int SESSIONS = 20;
    /** Of all sessions together, so that it is the checks that are waited for, not the processor. */
    private static final int MESSAGES_A_SECOND = 100;

    /** {@return the median, the 99th of a hundred, and the slowest of one message of each of so many domains, behind as many that do not count} */
    String of(int domains, int octets) throws IOException, InterruptedException, ExecutionException {
        SignedMail mail = new SignedMail();
        List<Callable<Duration>> all = new ArrayList<>();
        for (int number = 0; number < 2 * domains; number++) {
            String domain = "d" + number + ".stranger.example";
            mail.publish(domain, dns);
            byte[] message = mail.from(domain, octets);
            all.add(() -> hand(domain, message));
        }
        List<Duration> waited = hand(all).stream().skip(domains).sorted().toList();
        return "250 behind the content, %,d messages of as many domains, %d a second, each DNS answer after 20 ms: median %d ms, p99 %d ms, slowest %d ms"
                .formatted(domains, MESSAGES_A_SECOND, waited.get(domains / 2).toMillis(),
                        waited.get(domains * 99 / 100).toMillis(), waited.getLast().toMillis());
    }

    private static List<Duration> hand(List<Callable<Duration>> all) throws InterruptedException, ExecutionException {
        try (ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS)) {
            List<Future<Duration>> begun = new ArrayList<>();
            for (Callable<Duration> one : all) {
                begun.add(sessions.submit(one));
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / MESSAGES_A_SECOND);
            }
            List<Duration> waited = new ArrayList<>();
            for (Future<Duration> one : begun) {
                waited.add(one.get());
            }
            return waited;
        }
    }

    private Duration hand(String domain, byte[] message) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.greeted(port)) {
            for (String line : List.of("MAIL FROM:<sender@" + domain + ">", "RCPT TO:<recipient@test.example>",
                    "DATA")) {
                String reply = dialogue.say(line);
                if (!reply.startsWith("2") && !reply.startsWith("3")) {
                    throw new IOException(reply);
                }
            }
            long start = System.nanoTime();
            String reply = dialogue.content(message);
            if (!reply.startsWith("250")) {
                throw new IOException(reply);
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
