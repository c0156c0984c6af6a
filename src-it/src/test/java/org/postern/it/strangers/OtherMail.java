package org.postern.it.strangers;

import org.postern.it.harness.Application;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An honest client with a steady trickle of messages, each in a session of its own, to a next hop and to an application's queue in turns.
 * What is deferred, or breaks, it hands in again after a second.
 */
final class OtherMail implements AutoCloseable {
    private static final String CLIENT = "127.0.10.1";
    private static final Pattern SUBJECT = Pattern.compile("Subject: other (\\d+)");
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final RecordingServer hop = RecordingServer.start("127.0.0.1", 0, this::arrived);
    private final Punctuality toHop = new Punctuality("a next hop");
    private final Punctuality toQueue = new Punctuality("an application's queue");
    private final Heard heard = new Heard();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> senders = new ArrayList<>();

    /** {@return where the mail for the next hop goes, as a route says it} */
    String destination() {
        return hop.destination();
    }

    /** {@return the replies to its messages, and what it was told in their place} */
    Heard heard() {
        return heard;
    }

    /** {@return what became of both kinds} */
    List<Punctuality> punctualities() {
        return List.of(toHop, toQueue);
    }

    private void arrived(ReceivedMessage message) {
        number(message.text()).ifPresent(toHop::arrived);
    }

    private static OptionalInt number(String text) {
        Matcher subject = SUBJECT.matcher(text);
        return subject.find() ? OptionalInt.of(Integer.parseInt(subject.group(1))) : OptionalInt.empty();
    }

    /** Sends to these ports in turns, until it is told to stop. */
    void flow(List<Integer> ports) throws InterruptedException {
        int number = 0;
        do {
            int one = number++;
            int port = ports.get(one / 2 % ports.size());
            senders.add(Thread.ofVirtual().name("other-" + one).start(() -> deliver(one, port)));
        } while (!end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void deliver(int number, int port) {
        Punctuality punctuality = number % 2 == 0 ? toHop : toQueue;
        punctuality.begun(number);
        String to = "x@" + (number % 2 == 0 ? Scene.HOP : Scene.APPLICATION);
        while (!Thread.currentThread().isInterrupted()) {
            String reply = hand(to, number, port);
            heard.count(reply);
            if (reply.startsWith("2")) {
                punctuality.taken(number);
                return;
            }
            punctuality.putOff();
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    private static String hand(String to, int number, int port) {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom(CLIENT, port)) {
            String greeting = dialogue.hear();
            if (!greeting.startsWith("220")) {
                return greeting;
            }
            dialogue.say("EHLO other.example");
            return dialogue.mail("honest@other.example", to, SampleMail.about("other " + number));
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    /** Begins no new message, and gives those that are begun so long. */
    void stop(Duration patience) throws InterruptedException {
        end.countDown();
        long last = System.nanoTime() + patience.toNanos();
        for (Thread sender : senders) {
            sender.join(Duration.ofNanos(Math.max(1, last - System.nanoTime())));
            sender.interrupt();
        }
        while (!toHop.missing().isEmpty() && System.nanoTime() < last) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Lets the application read its queue; what it cannot read is missing. */
    void read(Application application) {
        try {
            application.read(Scene.QUEUE).forEach(mail -> number(mail.text()).ifPresent(toQueue::found));
        } catch (AssertionError notRead) {
            heard.count("(the application cannot read its queue)");
        }
    }

    @Override
    public void close() {
        hop.close();
    }
}
