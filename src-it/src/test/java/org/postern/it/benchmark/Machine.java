package org.postern.it.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where it was measured: figures mean nothing without it. */
record Machine(Path disk) {
    private static final int SYNCS = 200;

    String describe() throws IOException, InterruptedException {
        return """
                * processor: %s, %d cores; load before the start %s
                * kernel %s; Java %s for the benchmark; %s
                * disk: 4 KB written and synced (fdatasync) in %.2f ms, mean of %d
                """.formatted(processor(), Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0], System.getProperty("os.version"),
                Runtime.version(), output("postconf", "mail_version").replace("mail_version =", "Postfix"), sync(),
                SYNCS);
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo"))
                .stream()
                .filter(l -> l.startsWith("model name"))
                .map(l -> l.substring(l.indexOf(':') + 2))
                .findFirst()
                .orElse("unknown");
    }

    private double sync() throws IOException {
        Path file = Files.createTempFile(disk, "sync", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            for (int i = 0; i < SYNCS; i++) {
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
            }
            return (System.nanoTime() - start) / 1e6 / SYNCS;
        } finally {
            Files.delete(file);
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return text;
    }
}
