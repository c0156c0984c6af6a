package org.postern.it.applications;

import org.postern.it.harness.Await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that somebody has started at a shell, and that runs until he ends it. */
final class RunningProgram implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;

    private RunningProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static RunningProgram start(Path folder, String lines, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile(folder, "program", ".out");
            ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-euc", lines)).directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new RunningProgram(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said this. Fails with what it has said when it ends before. */
    void awaitWords(String words, Duration limit) {
        Await.until("it says " + words, limit, () -> {
            boolean alive = process.isAlive();
            String said = Files.readString(output);
            if (!alive && !said.contains(words)) {
                throw new AssertionError("it has ended: " + said);
            }
            return said.contains(words);
        });
    }

    /** Ends it as a person does who is done with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
