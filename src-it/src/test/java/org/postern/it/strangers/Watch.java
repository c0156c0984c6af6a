package org.postern.it.strangers;

import org.postern.it.harness.Gateway;
import org.postern.it.harness.OpenFiles;
import org.postern.it.harness.SmallDisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at the gateway again and again, and keeps the peaks of what it sees. */
final class Watch {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** The management's client is a program of its own each time, so it is not asked as often. */
    private static final Duration ASK = Duration.ofSeconds(15);
    private static final List<String> FOLDERS = List.of("db", "journal", "content", "log");
    private static final int MEGABYTE = 1024 * 1024;
    /** So many reasons why no mail is taken are told apart. */
    private static final int MOST_OBSTACLES = 50;

    private final Gateway gateway;
    private final FileStore store;
    private final ProcessHandle server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final SortedMap<String, Integer> obstacles = new TreeMap<>();
    private final List<Thread> threads = List.of(
            Thread.ofVirtual().name("watch").unstarted(() -> again(this::look, LOOK)),
            Thread.ofVirtual().name("watch-heap").unstarted(() -> again(this::ask, ASK)));
    private long diskPeak;
    private long spoolPeak;
    private final Map<String, Long> folderPeaks = new LinkedHashMap<>();
    private Heap heap = Heap.NONE;
    private int looks;
    private int silent;

    Watch(Gateway gateway, SmallDisk disk) throws IOException {
        this.gateway = gateway;
        store = Files.getFileStore(disk.path());
        server = gateway.server();
    }

    /** Begins to look. */
    void begin() {
        threads.forEach(Thread::start);
    }

    /** Looks for the last time. */
    void end() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** {@return whether the process that ran at the beginning still does} */
    boolean isAlive() {
        return server.isAlive();
    }

    private void again(Runnable look, Duration every) {
        try {
            do {
                look.run();
            } while (!end.await(every.toMillis(), TimeUnit.MILLISECONDS) && isAlive());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            diskPeak = Math.max(diskPeak, used());
            spoolPeak = Math.max(spoolPeak, OpenFiles.octets(server, "spool"));
            for (String folder : FOLDERS) {
                folderPeaks.merge(folder, octets(gateway.data().resolve(folder)), Math::max);
            }
        } catch (IOException ended) {
            return;
        }
        for (String line : gateway.obstacles().lines().toList()) {
            if (obstacles.size() < MOST_OBSTACLES || obstacles.containsKey(line)) {
                obstacles.merge(line, 1, Integer::sum);
            }
        }
        looks++;
    }

    private void ask() {
        Optional<Heap> now = Heap.of(gateway);
        silent += now.isEmpty() ? 1 : 0;
        heap = heap.peak(now.orElse(Heap.NONE));
    }

    private static long octets(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (UncheckedIOException aFileWentMeanwhile) {
            return 0;
        }
    }

    private long used() throws IOException {
        return store.getTotalSpace() - store.getUsableSpace();
    }

    /** {@return per cent of the disk that was in use at the peak} */
    long diskPerCent() throws IOException {
        return 100 * diskPeak / store.getTotalSpace();
    }

    /** {@return per cent of the old generation that a collection left, at the peak} */
    long heapPerCent() {
        return heap.room() == 0 ? 0 : 100 * heap.kept() / heap.room();
    }

    /** {@return the rows of a table of two columns} */
    List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| disk in use, at the peak | %,d of %,d MB (%d %%) |".formatted(diskPeak / MEGABYTE,
                store.getTotalSpace() / MEGABYTE, diskPerCent()));
        rows.add("| in spool/, at the peak | %,d MB |".formatted(spoolPeak / MEGABYTE));
        folderPeaks.forEach((folder, peak) -> rows.add("| in %s/, at the peak | %,d MB |".formatted(folder,
                peak / MEGABYTE)));
        rows.add("| heap in use, at the peak | %,d of %,d MB |".formatted(heap.used() / MEGABYTE,
                heap.most() / MEGABYTE));
        rows.add("| old generation behind a collection, at the peak | %,d of %,d MB (%d %%) |".formatted(
                heap.kept() / MEGABYTE, heap.room() / MEGABYTE, heapPerCent()));
        rows.add("| collections of the old generation since the start | %,d, %,d ms |".formatted(heap.collections(),
                heap.pause()));
        rows.add("| times the management did not answer | %d |".formatted(silent));
        rows.add("| looks at /ready | %,d |".formatted(looks));
        obstacles.forEach((line, times) -> rows.add("| not ready: %s | %,d times |".formatted(line, times)));
        return rows;
    }
}
