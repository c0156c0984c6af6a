package org.postern.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process and all it has started, as Linux tells of them in {@code /proc}. */
public record ProcessTree(ProcessHandle root) {
    private static final long TICKS_A_SECOND = 100;

    /** {@return the tree of the process with this id} */
    public static ProcessTree of(long pid) {
        return new ProcessTree(ProcessHandle.of(pid).orElseThrow());
    }

    private List<ProcessHandle> members() {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** {@return the command line of each member, its words parted by NUL, as everybody on the machine may see it} */
    public List<String> commandLines() {
        return members().stream().flatMap(process -> read(process, "cmdline").stream()).toList();
    }

    /** {@return the processor time used so far, user and system, with that of members that have ended} */
    public Duration cpu() {
        long ticks = members().stream().mapToLong(ProcessTree::ticks).sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
    }

    /** utime, stime, cutime and cstime of proc(5). */
    private static long ticks(ProcessHandle process) {
        return read(process, "stat").map(stat -> {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum();
        }).orElse(0L);
    }

    /** {@return the memory held, in KiB, each shared page divided among those who share it} */
    public long memory() {
        return members().stream().mapToLong(ProcessTree::proportionalSet).sum();
    }

    private static long proportionalSet(ProcessHandle process) {
        return read(process, "smaps_rollup").flatMap(text -> text.lines().filter(l -> l.startsWith("Pss:")).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .orElse(0L);
    }

    private static Optional<String> read(ProcessHandle process, String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), file)));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** Ends all members at once and without warning, as SIGKILL does; returns when they are gone. */
    public void kill() {
        List<ProcessHandle> victims = members();
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(v -> v.onExit().join());
    }
}
