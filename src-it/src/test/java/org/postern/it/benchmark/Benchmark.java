package org.postern.it.benchmark;

import org.postern.it.harness.CountingSink;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures the gateway and Postfix in turns, run by run, and prints each run and then the table. See {@link Options}. */
public final class Benchmark {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final int WARM_UP_TURNS = 4;
    private static final String POSTERN = "Postern";
    private static final String BEFORE = "Before";

    private final Options options;
    private final Path folder;
    private final Comparison comparison;

    private Benchmark(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
        this.comparison = new Comparison(options.other().isPresent() ? BEFORE : "Postfix", POSTERN);
    }

    public static void main(String... arguments) throws Exception {
        Options options = Options.parse(arguments);
        Path parent = Path.of(System.getProperty("postern.benchmark.folder", "/var/tmp"));
        try (WorkFolder folder = WorkFolder.in(parent, "postern-benchmark")) {
            new Benchmark(options, folder.path()).run();
        }
    }

    private void run() throws Exception {
        OUT.println(new Machine(folder).describe());
        List<Subject> subjects = new ArrayList<>();
        try (CountingSink sink = new CountingSink()) {
            try {
                for (String name : options.subjects()) {
                    subjects.add(start(name, sink.port()));
                }
                measure(subjects, sink);
            } finally {
                for (Subject subject : subjects) {
                    subject.close();
                }
            }
        }
        OUT.println();
        OUT.println(comparison.table());
    }

    private Subject start(String name, int sinkPort) throws Exception {
        return switch (name) {
            case "postfix" -> new PostfixRelay(folder, sinkPort);
            case "postern" -> new GatewayRelay(POSTERN, Path.of(System.getProperty("postern.root")), folder, sinkPort);
            case "before" -> new GatewayRelay(BEFORE, options.other().orElseThrow(), folder, sinkPort);
            default -> throw new IllegalArgumentException("unknown subject " + name);
        };
    }

    private void measure(List<Subject> subjects, CountingSink sink) {
        Duration limit = Duration.ofSeconds(options.limit());
        Set<Workload> warm = new HashSet<>();
        for (Workload workload : options.workloads()) {
            Workload warmup = workload.warmup(options.warmup() / WARM_UP_TURNS);
            if (warm.add(warmup)) {
                warmUp(subjects, sink, warmup);
            }
            OUT.println(workload);
            for (int round = 0; round < options.rounds(); round++) {
                for (Subject subject : subjects) {
                    measure(new Run(subject, sink, limit), workload).ifPresent(seen -> {
                        comparison.add(workload, subject.name(), seen);
                        OUT.println("  " + subject.name() + ": " + seen);
                    });
                }
            }
        }
    }

    /** Each size has ways of its own through a server. In turns, since a compiler goes on with what it has to do while its server has nothing to do. */
    private void warmUp(List<Subject> subjects, CountingSink sink, Workload warmup) {
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            for (Subject subject : subjects) {
                measure(new Run(subject, sink, Duration.ofSeconds(options.limit())), warmup)
                        .ifPresent(seen -> OUT.println("warm-up of " + subject.name() + ": " + seen));
            }
        }
    }

    private static Optional<Measurement> measure(Run run, Workload workload) {
        try {
            return Optional.of(run.of(workload));
        } catch (IOException e) {
            OUT.println("  " + run.subject().name() + ": failed, " + e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
