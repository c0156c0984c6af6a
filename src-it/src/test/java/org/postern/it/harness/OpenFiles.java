package org.postern.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files that processes hold open, those without a name too, as Linux tells of them in {@code /proc}. */
public final class OpenFiles {
    private OpenFiles() {}

    /** {@return how many files this process may hold open} */
    public static long limit() throws IOException {
        try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
            return limits.filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s+", -1)[3])
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }
    }

    /** {@return octets of all that it holds open in folders of this name} */
    public static long octets(ProcessHandle process, String folder) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.mapToLong(file -> octets(file, "/" + folder + "/")).sum();
        }
    }

    private static long octets(Path file, String within) {
        try {
            return Files.readSymbolicLink(file).toString().contains(within) ? Files.size(file) : 0;
        } catch (IOException closedMeanwhile) {
            return 0;
        }
    }
}
