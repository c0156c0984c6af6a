package org.postern.it.benchmark;

import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Hands in many messages of 4 KB over some sessions, each to the recipient that its number stands for. */
final class SpreadLoad {
    private static final int OCTETS = 4096;
    private static final int SESSIONS = 20;

    private final int port;
    private final byte[] content = SampleMail.about("load", OCTETS);

    SpreadLoad(int port) {
        this.port = port;
    }

    /** Returns after the last 250. */
    void hand(int messages, IntFunction<String> recipient) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> session = () -> session(next, messages, recipient);
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                all.add(sessions.submit(session));
            }
            for (Future<Boolean> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("not all messages were accepted", e);
        }
    }

    private boolean session(AtomicInteger next, int messages, IntFunction<String> recipient) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.greeted(port)) {
            int number = next.getAndIncrement();
            while (number < messages) {
                String reply = dialogue.mail("load@client.example", recipient.apply(number), content);
                if (!reply.startsWith("250")) {
                    throw new IOException(reply);
                }
                number = next.getAndIncrement();
            }
            return true;
        }
    }
}
