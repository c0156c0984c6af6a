package org.postern.it.benchmark;

import org.postern.it.harness.Gateway;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a session costs that has said EHLO and waits: opens some, ten thousand if nothing else is said, in clear or with
 * {@code --tls}, and prints memory before and after a collection of garbage, and how long a new client waits for its greeting.
 * The processes need as many open files.
 */
public final class IdleSessions {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int WARM_UP = 300;
    private static final int NEWCOMERS = 50;

    private final Gateway gateway;
    private final boolean tls;
    private final List<SmtpDialogue> sessions = new ArrayList<>();

    private IdleSessions(Gateway gateway, boolean tls) {
        this.gateway = gateway;
        this.tls = tls;
    }

    public static void main(String... arguments) throws Exception {
        boolean tls = Arrays.asList(arguments).contains("--tls");
        int count = Arrays.stream(arguments)
                .filter(a -> a.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(10_000);
        try (Gateway gateway = Gateway.plan("idle-sessions")
                .option("--heap", "4g")
                .set("smtp.session-limit", "100000")
                .set("smtp.client-session-limit", "100000")
                .start()) {
            new IdleSessions(gateway, tls).measure(count);
        }
    }

    private void measure(int count) throws IOException {
        open(WARM_UP);
        close();
        ServerMemory before = ServerMemory.of(gateway);
        long start = System.nanoTime();
        open(count);
        OUT.printf("%d sessions opened in %.1f s%n", count, (System.nanoTime() - start) / 1e9);
        ServerMemory after = ServerMemory.of(gateway);
        OUT.printf("resident %d -> %d KB, %.1f KB a session%n", before.resident(), after.resident(),
                (after.resident() - before.resident()) / (double) count);
        OUT.printf("heap in use %d -> %d KB, %.1f KB a session%n", before.heap(), after.heap(),
                (after.heap() - before.heap()) / (double) count);
        OUT.printf("a newcomer is greeted within %.1f ms, the slowest of %d%n", slowestGreeting() / 1e6, NEWCOMERS);
        close();
    }

    private void open(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SmtpDialogue session = SmtpDialogue.connectFrom("127.0.2." + (i % 250 + 1), gateway.smtp());
            session.hear();
            session.say("EHLO client.example");
            if (tls) {
                session.say("STARTTLS");
                session = session.inTls("TLSv1.3");
                session.say("EHLO client.example");
            }
            sessions.add(session);
        }
    }

    private void close() throws IOException {
        for (SmtpDialogue session : sessions) {
            session.close();
        }
        sessions.clear();
    }

    private long slowestGreeting() throws IOException {
        long slowest = 0;
        for (int i = 0; i < NEWCOMERS; i++) {
            long start = System.nanoTime();
            try (SmtpDialogue newcomer = SmtpDialogue.connect(gateway.smtp())) {
                newcomer.hear();
            }
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        return slowest;
    }
}
