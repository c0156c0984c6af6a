package org.postern.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A client as RFC 5321 wants it, many sessions at a time: it hands in numbered messages and keeps each until it has heard 250. What is
 * refused for now, or was under way when the connection broke, it hands in again.
 */
public final class NumberedLoad {
    private static final String FIELD = "X-Number: ";
    private static final String ATTEMPT = "X-Attempt: ";
    private static final int OCTETS = 2048;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final int port;
    private final int count;
    private final int end;
    private final byte[] body;
    private final AtomicInteger next;
    private final BitSet acknowledged = new BitSet();
    private final BitSet uncertain = new BitSet();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger deferred = new AtomicInteger();
    private final BitSet refused = new BitSet();
    private final CountDownLatch sessions;

    /** A load of {@code count} messages to {@code load@test.example}, numbered from {@code first}, of about 2 KB each. */
    public NumberedLoad(int port, int first, int count, int sessions) {
        this.port = port;
        this.count = count;
        this.next = new AtomicInteger(first);
        this.end = first + count;
        this.body = SampleMail.about("load", OCTETS);
        this.sessions = new CountDownLatch(sessions);
    }

    /** Begins to send. Ends by itself when all is acknowledged, or after ten minutes. */
    public NumberedLoad start() {
        return start(Duration.ofMinutes(10));
    }

    /** Begins to send. Ends by itself when all is acknowledged, or after this time. */
    public NumberedLoad start(Duration longest) {
        long limit = System.nanoTime() + longest.toNanos();
        for (long i = sessions.getCount(); i > 0; i--) {
            Thread.ofVirtual().name("load-" + i).start(() -> send(limit));
        }
        return this;
    }

    /** {@return the number in a message of such a load; empty in any other message} */
    public static OptionalInt number(String content) {
        return field(FIELD, content);
    }

    /** {@return which of all the times a message was handed in this one is; empty in a message of no such load} */
    public static OptionalInt attempt(String content) {
        return field(ATTEMPT, content);
    }

    private static OptionalInt field(String name, String content) {
        int at = content.indexOf(name);
        if (at < 0) {
            return OptionalInt.empty();
        }
        int from = at + name.length();
        return OptionalInt.of(Integer.parseInt(content.substring(from, content.indexOf('\r', from))));
    }

    private void send(long limit) {
        Optional<Integer> held = take();
        while (held.isPresent() && System.nanoTime() < limit) {
            held = send(held.get());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        sessions.countDown();
    }

    /** Hands in messages on one connection; {@return the one still held at its end} */
    private Optional<Integer> send(int first) {
        Optional<Integer> held = Optional.of(first);
        boolean greeted = false;
        try (SmtpDialogue dialogue = SmtpDialogue.connect(port)) {
            if (!dialogue.hear().startsWith("220")) {
                return held;
            }
            dialogue.say("EHLO load.example");
            greeted = true;
            while (held.isPresent()) {
                String reply = hand(dialogue, held.get());
                if (reply.startsWith("4")) {
                    deferred.incrementAndGet();
                    return held;
                }
                mark(reply.startsWith("2") ? acknowledged : refused, held.get());
                held = take();
            }
            dialogue.say("QUIT");
        } catch (IOException broken) {
            if (greeted && held.isPresent()) {
                mark(uncertain, held.get());
            }
        }
        return held;
    }

    private String hand(SmtpDialogue dialogue, int number) throws IOException {
        byte[] field = (FIELD + number + "\r\n" + ATTEMPT + attempts.incrementAndGet() + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] content = new byte[field.length + body.length];
        System.arraycopy(field, 0, content, 0, field.length);
        System.arraycopy(body, 0, content, field.length, body.length);
        return dialogue.mail("load@client.example", "load@test.example", content);
    }

    private Optional<Integer> take() {
        int number = next.getAndIncrement();
        return number < end ? Optional.of(number) : Optional.empty();
    }

    private static void mark(BitSet set, int number) {
        synchronized (set) {
            set.set(number);
        }
    }

    private static BitSet copy(BitSet set) {
        synchronized (set) {
            return (BitSet) set.clone();
        }
    }

    /** {@return the messages that got their 250 so far} */
    public BitSet acknowledged() {
        return copy(acknowledged);
    }

    /** {@return the messages that were handed in again because a connection broke: only they may rightly arrive twice} */
    public BitSet uncertain() {
        return copy(uncertain);
    }

    /** {@return how many times "later" was heard} */
    public int deferred() {
        return deferred.get();
    }

    /** Waits until this many messages got their 250. */
    public void awaitAcknowledged(int number, Duration limit) {
        Await.until(number + " messages have got their 250, none was refused", limit,
                () -> acknowledged().cardinality() >= number && copy(refused).isEmpty());
    }

    /** Waits until every message got its 250. */
    public void awaitEnd(Duration limit) throws InterruptedException {
        if (!sessions.await(limit.toMillis(), TimeUnit.MILLISECONDS) || acknowledged().cardinality() < count) {
            throw new AssertionError(acknowledged().cardinality() + " of " + count + " messages got their 250 in "
                    + limit.toSeconds() + " s; refused for good: " + copy(refused));
        }
    }
}
