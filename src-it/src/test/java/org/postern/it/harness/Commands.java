package org.postern.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the programs of others, as a person at a shell does. */
public final class Commands {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Commands() {}

    /** {@return whether there is such a program on this machine} */
    public static boolean exists(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /** Runs a command to its end; {@return what it printed}. Fails when its exit status is not 0, or it takes more than a minute. */
    public static String run(List<String> command) {
        return run(command, Map.of(), "");
    }

    /** Runs a command with more in its environment, and this on its standard input. */
    public static String run(List<String> command, Map<String, String> environment, String input) {
        Outcome outcome = attempt(command, environment, input);
        if (outcome.status() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed: " + outcome.output());
        }
        return outcome.output();
    }

    /**
     * What became of a command.
     *
     * @param status its exit status
     * @param output what it printed, on both its outputs
     */
    public record Outcome(int status, String output) {}

    /** Runs a command to its end, whatever that is. Fails when it takes more than a minute. */
    public static Outcome attempt(List<String> command, Map<String, String> environment, String input) {
        Optional<Path> output = Optional.empty();
        try {
            output = Optional.of(Files.createTempFile("command", ".out"));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(output.get().toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.outputWriter(StandardCharsets.UTF_8).append(input).close();
            boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            String said = Files.readString(output.get());
            if (!ended) {
                throw new AssertionError(String.join(" ", command) + " took too long: " + said);
            }
            return new Outcome(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            output.ifPresent(file -> file.toFile().delete());
        }
    }

    /** Runs a command until it prints this line, and kills it then. Fails when it ends without. */
    public static void runUntil(String line, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                if (output.lines().noneMatch(line::equals)) {
                    throw new AssertionError(String.join(" ", command) + " ended without " + line);
                }
            } finally {
                process.destroyForcibly().onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
