package org.postern.it.benchmark;

import org.postern.it.harness.Await;
import org.postern.it.harness.CountingSink;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What destinations that do not work cost those that do: relays to 100 destinations, first alone, then beside one that refuses every
 * connection and one that answers each message after 60 s, for which much mail waits. Prints the rates, and how often waiting mail was
 * taken up.
 */
public final class DeadNeighbours implements AutoCloseable {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern RESULT = Pattern.compile("\"result\" => (\\d+)L");
    private static final int DESTINATIONS = 100;

    private final CountingSink sink = new CountingSink();
    private final AnswersLate late = new AnswersLate("127.0.0.98", sink.port(), Duration.ofSeconds(60));
    private final TestDns dns = TestDns.start();
    private final Gateway gateway;
    private final SpreadLoad load;

    private DeadNeighbours() throws IOException {
        for (int i = 0; i < DESTINATIONS; i++) {
            domain("d" + i + ".example", "127.0.0.1");
        }
        domain("dead.example", "127.0.0.99");
        domain("late.example", "127.0.0.98");
        gateway = Gateway.plan("dead-neighbours").dns(dns).configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "*"
                to = "mx"
                [settings]
                "delivery.port" = %d
                "delivery.bulk-after" = 0
                """.formatted(sink.port())).start();
        load = new SpreadLoad(gateway.smtp());
    }

    private void domain(String name, String address) {
        dns.mx(name, 10, "mx." + name).a("mx." + name, address);
    }

    /** Arguments: messages in a run, messages that wait for the dead and a tenth of it for the late destination, messages to warm up. */
    public static void main(String... arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15_000;
        int waiting = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        int warmup = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30_000;
        try (DeadNeighbours scene = new DeadNeighbours()) {
            scene.measure(messages, waiting, warmup);
        }
    }

    private void measure(int messages, int waiting, int warmup) throws Exception {
        relay(warmup);
        double first = relay(messages);
        double alone = relay(messages);
        OUT.printf("alone: %.0f and %.0f messages a second to %d destinations%n", first, alone, DESTINATIONS);
        int all = warmup + 2 * messages + waiting + waiting / 10;
        load.hand(waiting, i -> "x@dead.example");
        load.hand(waiting / 10, i -> "x@late.example");
        Await.until("all of it was tried or put off", LIMIT, () -> read("message-count") <= late.begun() + 1);
        double beside = relay(messages);
        double again = relay(messages);
        all += 2 * messages;
        OUT.printf("beside %d messages for a dead destination and %d for a late one: %.0f and %.0f a second%n", waiting,
                waiting / 10, beside, again);
        OUT.printf("ratio of the sums: %.2f%n", (beside + again) / (first + alone));
        OUT.printf("the late destination has got %d messages; taken up again: %d of %d that wait%n", late.begun(),
                read("messages-added") - all, waiting + waiting / 10);
    }

    private double relay(int messages) throws IOException, InterruptedException {
        int end = sink.count() + messages;
        long start = System.nanoTime();
        load.hand(messages, i -> "x@d" + i % DESTINATIONS + ".example");
        Await.until("all " + messages + " have arrived", LIMIT, () -> sink.count() >= end);
        return messages * (double) TimeUnit.SECONDS.toNanos(1) / (sink.lastArrival() - start);
    }

    private long read(String attribute) {
        Matcher result = RESULT.matcher(gateway
                .manage("/subsystem=messaging-activemq/server=default/jms-queue=postern.outgoing:read-attribute(name="
                        + attribute + ")"));
        if (!result.find()) {
            throw new IllegalStateException("the queue does not tell its " + attribute);
        }
        return Long.parseLong(result.group(1));
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        dns.close();
        late.close();
        sink.close();
    }
}
