package org.postern.it.benchmark;

import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A client of our own, which writes the same prepared octets again and again, within TLS if asked: next to no work of its own. */
final class PreparedLoad implements Load {
    @Override
    public Duration run(Workload workload, int port, Duration limit) throws IOException, InterruptedException {
        byte[] wire = wire(workload.octets());
        AtomicInteger left = new AtomicInteger(workload.messages());
        long start = System.nanoTime();
        try (ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> session = () -> hand(wire, left, workload, port);
            for (Future<Boolean> done : sessions
                    .invokeAll(IntStream.range(0, workload.sessions()).mapToObj(i -> session).toList(),
                            limit.toMillis(), TimeUnit.MILLISECONDS)) {
                done.get(0, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
            throw new IOException("not all messages were accepted", e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean hand(byte[] wire, AtomicInteger left, Workload workload, int port) throws IOException {
        while (left.getAndDecrement() > 0) {
            try (SmtpDialogue plain = SmtpDialogue.greeted(port)) {
                SmtpDialogue dialogue = workload.tls() ? secured(plain) : plain;
                do {
                    transaction(dialogue, wire);
                } while (workload.reused() && left.getAndDecrement() > 0);
                dialogue.say("QUIT");
            }
        }
        return true;
    }

    private static SmtpDialogue secured(SmtpDialogue plain) throws IOException {
        expect("220", plain.say("STARTTLS"));
        SmtpDialogue inside = plain.inTls("TLSv1.3");
        expect("250", inside.say("EHLO client.example"));
        return inside;
    }

    private static void transaction(SmtpDialogue dialogue, byte[] wire) throws IOException {
        expect("250", dialogue.say("MAIL FROM:<sender@client.example>"));
        expect("250", dialogue.say("RCPT TO:<recipient@test.example>"));
        expect("354", dialogue.say("DATA"));
        dialogue.send(wire);
        expect("250", dialogue.hear());
    }

    private static void expect(String code, String reply) throws IOException {
        if (!reply.startsWith(code)) {
            throw new IOException("expected " + code + ", heard " + reply);
        }
    }

    private static byte[] wire(int octets) {
        StringBuilder content = new StringBuilder(octets + 100)
                .append("From: <sender@client.example>\r\nTo: <recipient@test.example>\r\nSubject: large\r\n\r\n");
        while (content.length() < octets) {
            content.append("X".repeat(76)).append("\r\n");
        }
        return content.append(".\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
