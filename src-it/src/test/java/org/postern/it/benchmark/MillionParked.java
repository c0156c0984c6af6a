package org.postern.it.benchmark;

import org.postern.it.harness.Commands;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.GatewayPlan;
import org.postern.it.harness.LocalQueue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a million parked messages cost: fills the database of a gateway, the embedded one or the empty PostgreSQL database whose JDBC
 * address is given, starts the gateway, and prints start-up, heap, and how long it takes to list, filter, count and act. Arguments: how
 * many, and {@code jdbc:postgresql:…}.
 */
public final class MillionParked {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final int TURNS = 5;

    private final Gateway gateway;
    private final LocalQueue queue;

    private MillionParked(Gateway gateway) {
        this.gateway = gateway;
        queue = new LocalQueue(gateway);
    }

    public static void main(String... arguments) throws Exception {
        int count = Arrays.stream(arguments)
                .filter(a -> a.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1_000_000);
        String url = Arrays.stream(arguments).filter(a -> a.startsWith("jdbc:")).findFirst().orElse("");
        GatewayPlan plan = Gateway.plan("million").configuration("");
        if (!url.isEmpty()) {
            plan.set("db.driver", "postgresql").set("db.url", url);
        }
        try (Gateway gateway = plan.prepare()) {
            new MillionParked(gateway).measure(count, url);
        }
    }

    private void measure(int count, String url) throws Exception {
        timed("start-up, nothing parked", gateway::start);
        OUT.printf("heap in use %d KB%n", heap());
        gateway.stop();
        String place = url.isEmpty()
                ? "jdbc:h2:file:" + gateway.data() + "/db/postern"
                : url + "&reWriteBatchedInserts=true";
        timed("to write " + count + " rows",
                () -> ParkedRows.write(place, "postern", "postern", count, Instant.now().plus(Duration.ofHours(3))));
        timed("start-up, " + count + " parked", gateway::start);
        OUT.printf("heap in use %d KB%n", heap());
        looks(count);
        acts();
    }

    private void looks(int count) throws Exception {
        best("the first page of 100", () -> queue.ask("list"));
        List<String> last = deep();
        best("the page of 100 behind " + DEEP + " others",
                () -> queue.ask("list", "after-key", last.get(0), "after-due", last.get(1)));
        best("to count all, up to 10,000", () -> queue.ask("count"));
        best("the first page of one destination", () -> queue.ask("list", "destination", "mx:d7.example"));
        best("the first page of one recipient domain", () -> queue.ask("list", "domain", "d7.example"));
        best("the first page of one sender", () -> queue.ask("list", "sender", "s17@client.example"));
        best("the first page of one reason", () -> queue.ask("list", "reason", "held"));
        best("one message by its queue id", () -> queue.ask("list", "text", "%016d".formatted(count / 2)));
        best("the first page of those tried 7 times", () -> queue.ask("list", "attempts", "7"));
        best("to count one kind that nothing is of", () -> queue.ask("count", "kind", "full"));
        best("200 destinations and their counts", () -> queue.ask("destinations"));
    }

    private static final int DEEP = 100_000;

    private List<String> deep() {
        List<String> last = List.of("", "");
        for (int page = 0; page < DEEP / 1000; page++) {
            last = queue.ask("list", "limit", "1000", "after-key", last.get(0), "after-due", last.get(1)).getLast();
        }
        return last;
    }

    private void acts() throws Exception {
        timed("to hold 1000 of one destination",
                () -> queue.operate("hold", "destination", "mx:d1.example", "by", "benchmark"));
        timed("to drop 1000 of one destination",
                () -> queue.operate("drop", "destination", "mx:d2.example", "by", "benchmark"));
        timed("to drop 10 % of all, those held",
                () -> queue.operate("drop", "reason", "held", "by", "benchmark"));
        OUT.printf("heap in use %d KB%n", heap());
    }

    private static void timed(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.take();
        OUT.printf("%s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static void best(String what, Step step) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            step.take();
            times.add(System.nanoTime() - start);
        }
        times.sort(Long::compare);
        OUT.printf("%s: %.1f ms (of %d, the median)%n", what, times.get(TURNS / 2) / 1e6, TURNS);
    }

    /** In KB, after a collection of garbage. */
    private long heap() throws IOException {
        String server = Files.readString(gateway.data().resolve("postern.pid")).strip();
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Commands.run(List.of(jcmd, server, "GC.run"));
        Matcher used = USED.matcher(Commands.run(List.of(jcmd, server, "GC.heap_info")));
        return used.results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
    }

    /** Something that takes time. */
    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }
}
