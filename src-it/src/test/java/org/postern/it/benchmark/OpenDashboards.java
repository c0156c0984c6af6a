package org.postern.it.benchmark;

import org.postern.it.harness.Arguments;
import org.postern.it.harness.Console;
import org.postern.it.harness.CountingSink;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What open dashboards cost the mail: one gateway is loaded in turns while nobody looks and while so many look that their price can be told from the
 * machine's mood. Each asks for the whole page as often as an open one asks for its figures. Arguments: {@code --dashboards 50}, {@code --rounds 7},
 * {@code --messages 12000}, {@code --warmup 60000}.
 */
public final class OpenDashboards {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String ALONE = "nobody looks";
    private static final String WATCHED = "they look";

    private final int dashboards;
    private final AtomicInteger looks = new AtomicInteger();

    private OpenDashboards(int dashboards) {
        this.dashboards = dashboards;
    }

    public static void main(String... arguments) throws Exception {
        Arguments given = new Arguments(arguments);
        OpenDashboards open = new OpenDashboards(given.number("--dashboards", 50));
        int rounds = given.number("--rounds", 7);
        Workload workload = Workload.of(4096, 50, true, false, given.number("--messages", 12_000));
        Workload warmup = workload.warmup(given.number("--warmup", 60_000));
        given.end();
        Path parent = Path.of(System.getProperty("postern.benchmark.folder", "/var/tmp"));
        try (WorkFolder folder = WorkFolder.in(parent, "postern-dashboards");
                CountingSink sink = new CountingSink();
                GatewayRelay gateway = new GatewayRelay("Postern", Path.of(System.getProperty("postern.root")),
                        folder.path(), sink.port())) {
            Run run = new Run(gateway, sink, LIMIT);
            open.compare(run, gateway.console(), rounds, workload, warmup);
        }
    }

    private void compare(Run run, Console console, int rounds, Workload workload, Workload warmup)
            throws IOException, InterruptedException {
        OUT.println("warm-up: " + watched(run, console, warmup));
        Comparison comparison = new Comparison(ALONE, WATCHED);
        looks.set(0);
        for (int round = 0; round < rounds; round++) {
            add(comparison, workload, ALONE, run.of(workload));
            add(comparison, workload, WATCHED, watched(run, console, workload));
        }
        OUT.printf("%n%d dashboards looked %d times in all%n%n%s%n", dashboards, looks.get(), comparison.table());
    }

    private static void add(Comparison comparison, Workload workload, String name, Measurement seen) {
        comparison.add(workload, name, seen);
        OUT.println("  " + name + ": " + seen);
    }

    private Measurement watched(Run run, Console console, Workload workload) throws IOException, InterruptedException {
        try (ScheduledExecutorService people = Executors.newScheduledThreadPool(2)) {
            ScheduledFuture<?> looking = people.scheduleAtFixedRate(() -> look(console), 0,
                    INTERVAL.toMillis() / dashboards, TimeUnit.MILLISECONDS);
            Measurement seen = run.of(workload);
            looking.cancel(false);
            return seen;
        }
    }

    private void look(Console console) {
        if (console.get("dashboard").statusCode() == 200) {
            looks.incrementAndGet();
        }
    }
}
