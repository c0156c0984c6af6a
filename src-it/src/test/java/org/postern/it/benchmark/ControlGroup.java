package org.postern.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A control group (cgroups(7), version 2) that a subject is started in, so that its processor time is known to the microsecond,
 * that of its short-lived processes included. The ticks in {@code /proc} lose up to 20 ms with each process that ends, which
 * flatters a server made of many.
 */
record ControlGroup(Path folder) {

    /** {@return a new group; empty where this machine has none or we may not make one} */
    static Optional<ControlGroup> create(String name) {
        try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
            Optional<Path> root = mounts.map(line -> line.split(" ", 4))
                    .filter(fields -> fields[2].equals("cgroup2"))
                    .map(fields -> Path.of(fields[1]))
                    .findFirst();
            return root.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ControlGroup(Files.createDirectory(
                            root.get().resolve("postern-" + name + "-" + ProcessHandle.current().pid()))));
        } catch (IOException notAllowed) {
            return Optional.empty();
        }
    }

    /** {@return a command that does the same within the group} */
    List<String> inside(List<String> command) {
        return Stream.concat(
                Stream.of("sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", folder.resolve("cgroup.procs").toString()),
                command.stream()).toList();
    }

    /** {@return the processor time used in the group so far} */
    Duration cpu() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("cpu.stat"))) {
            return lines.filter(line -> line.startsWith("usage_usec "))
                    .map(line -> line.substring(11))
                    .map(micros -> Duration.ofNanos(Long.parseLong(micros) * 1000))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Removes the group, which has no process any more. */
    void remove() throws IOException {
        Files.delete(folder);
    }
}
