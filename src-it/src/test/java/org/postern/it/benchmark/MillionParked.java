package org.postern.it.benchmark;

import org.postern.it.harness.Commands;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.PostgresServer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a million parked messages cost: fills the database of a gateway, the embedded one or PostgreSQL, starts the gateway, and
 * prints start-up, heap, and how long it takes to poll, list, filter, count and act. Arguments: how many, and {@code postgresql}.
 */
public final class MillionParked {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final int TURNS = 5;
    private static final String PAGE = "90";
    private static final String POLL = """
            select parked_key from parked_message where due <= timestamp with time zone '%s' order by due, parked_key
            offset 0 rows fetch next 100 rows only""";

    private final Gateway gateway;
    private final Optional<PostgresServer> server;
    private final LocalQueue queue;

    private MillionParked(Gateway gateway, Optional<PostgresServer> server) {
        this.gateway = gateway;
        this.server = server;
        queue = new LocalQueue(gateway);
    }

    public static void main(String... arguments) throws Exception {
        MillionRows parked = (gateway, server, count) -> new MillionParked(gateway, server).measure(count);
        parked.on("million", arguments);
    }

    private void measure(int count) throws Exception {
        timed("start-up, nothing parked", gateway::start);
        OUT.printf("heap in use %d KB%n", heap());
        gateway.stop();
        String place = server.map(PostgresServer::url).orElse("jdbc:h2:file:" + gateway.data() + "/db/postern");
        Instant firstDue = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        timed("to write " + count + " rows", () -> ParkedRows.write(place, user(), "postern", count, firstDue, "HELD"));
        polls(place, firstDue);
        timed("start-up, " + count + " parked", gateway::start);
        OUT.printf("heap in use %d KB%n", heap());
        looks(count, firstDue);
        acts();
    }

    /** What the poller asks, asked from here, since only one process at a time may open an embedded database. */
    private void polls(String place, Instant firstDue) throws Exception {
        try (Connection connection = DriverManager.getConnection(place, user(), "postern");
                Statement sql = connection.createStatement()) {
            String none = POLL.formatted(firstDue.minusSeconds(1));
            String all = POLL.formatted(firstDue.plus(Duration.ofDays(1)));
            best("to ask for what is due, nothing is", () -> sql.executeQuery(none).close());
            best("to ask for what is due, nine of ten are", () -> sql.executeQuery(all).close());
            try (ResultSet plan = sql.executeQuery("explain analyze " + all)) {
                while (plan.next()) {
                    OUT.println("  " + plan.getString(1).replace("\n", "\n  "));
                }
            }
        }
    }

    private String user() {
        return server.map(PostgresServer::user).orElse("postern");
    }

    private void looks(int count, Instant firstDue) throws Exception {
        best("the first page of " + PAGE, () -> queue.ask("list", "limit", PAGE));
        int behind = count / 10 * 9 - Integer.parseInt(PAGE);
        int last = ParkedRows.deferred(behind);
        best("the page of " + PAGE + " behind " + behind + " others",
                () -> queue.ask("list", "limit", PAGE, "after",
                        ParkedRows.due(last, firstDue) + "~" + ParkedRows.key(last)));
        best("to count all, up to 10,000", () -> queue.ask("count"));
        best("the first page of one destination", () -> queue.ask("list", "destination", "mx:d7.example"));
        best("the first page of one recipient domain", () -> queue.ask("list", "domain", "d7.example"));
        best("the first page of one sender", () -> queue.ask("list", "sender", "s17@client.example"));
        best("the first page of one reason", () -> queue.ask("list", "reason", "held"));
        best("one message by its queue id", () -> queue.ask("list", "text", "%016d".formatted(count / 2)));
        best("the first page of local parts that begin with r4242", () -> queue.ask("list", "text", "r4242"));
        best("the first page of those tried 7 times", () -> queue.ask("list", "attempts", "7"));
        best("to count one kind that nothing is of", () -> queue.ask("count", "kind", "full"));
        best("200 destinations and their counts", () -> queue.ask("destinations"));
    }

    private void acts() throws Exception {
        timed("to hold 1000 of one destination",
                () -> queue.operate("hold", "destination", "mx:d1.example", "by", "benchmark"));
        timed("to release 1000 of one destination",
                () -> queue.operate("release", "destination", "mx:d1.example", "by", "benchmark"));
        timed("to drop 1000 of one destination",
                () -> queue.operate("drop", "expect", "1000000", "destination", "mx:d2.example", "by", "benchmark"));
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
        String process = Files.readString(gateway.data().resolve("postern.pid")).strip();
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Commands.run(List.of(jcmd, process, "GC.run"));
        Matcher used = USED.matcher(Commands.run(List.of(jcmd, process, "GC.heap_info")));
        return used.results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
    }

    /** Something that takes time. */
    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }
}
