package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The gateway as a person starts it: the provisioned server with the EAR inside, by {@code ./postern run}, in a process of its own
 * with a data folder of its own. Ends with the test run, whatever happens.
 */
public final class Gateway implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WorkFolder folder;
    private final Path data;
    private final Path script;
    private final List<String> before;
    private final List<String> options;
    private final int smtp = Ports.free();
    private final int internal = Ports.free();
    private final int http = Ports.free();
    private final int management = Ports.free();
    private final Thread end = new Thread(this::killIfRunning, "kill-gateway");
    private Optional<Process> process = Optional.empty();

    Gateway(WorkFolder folder, Path data, Path script, List<String> before, List<String> options) {
        this.folder = folder;
        this.data = data;
        this.script = script;
        this.before = List.copyOf(before);
        this.options = List.copyOf(options);
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** {@return a plan; the name is that of its folder in {@code src-it/target/gateways}} */
    public static GatewayPlan plan(String name) {
        return new GatewayPlan(name);
    }

    /** {@return the port of the listener {@code mx}} */
    public int smtp() {
        return smtp;
    }

    /** {@return the port of the listener {@code internal}} */
    public int internal() {
        return internal;
    }

    /** {@return the port of the console, and of JMS} */
    public int http() {
        return http;
    }

    /** {@return the folder with journal, database and log} */
    public Path data() {
        return data;
    }

    /** {@return the process and all it has started} */
    public ProcessTree processes() {
        return new ProcessTree(process.orElseThrow().toHandle());
    }

    /** {@return the port of the server's management} */
    public int management() {
        return management;
    }

    /** {@return the server's own process} */
    public ProcessHandle server() {
        String pid = read(data.resolve("postern.pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** {@return what {@code ./postern run} printed so far, of all starts} */
    public String output() {
        return read(folder.path().resolve("run.out"));
    }

    /** {@return the server's log} */
    public String log() {
        return read(data.resolve("log/server.log"));
    }

    /** Starts it and waits until it is ready. */
    public void start() {
        launch();
        Await.until("the gateway on " + data + " is ready", START, () -> {
            if (!processes().root().isAlive()) {
                throw new AssertionError("the gateway has ended; it said\n" + output());
            }
            return isReady();
        });
    }

    /** Starts it and does not wait. */
    public void launch() {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(script.toString(), "run", "--data", data.toString(), "--mx-port", Integer.toString(smtp),
                "--internal-port", Integer.toString(internal), "--http-port", Integer.toString(http),
                "--management-port", Integer.toString(management)));
        command.addAll(options);
        try {
            process = Optional.of(new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.path().resolve("run.out").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether the gateway says so itself, at {@code /ready}} */
    public boolean isReady() {
        return readiness() == 200;
    }

    /** {@return the status of {@code /ready}; 0 where nobody answers} */
    public int readiness() {
        return ready().map(HttpResponse::statusCode).orElse(0);
    }

    /** {@return what stands in the way, as {@code /ready} says it: nothing where mail is taken} */
    public String obstacles() {
        return ready().map(answer -> answer.statusCode() == 200 ? "" : answer.body().strip())
                .orElse("/ready does not answer");
    }

    private Optional<HttpResponse<String>> ready() {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Optional.of(HTTP.send(ready, BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits until {@code ./postern run} has ended by itself, and {@return its exit status}. */
    public int awaitEnd(Duration limit) {
        try {
            if (!process.orElseThrow().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the gateway runs on after " + limit.toSeconds() + " s");
            }
            return process.orElseThrow().exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Asks it to stop, as Ctrl-C does, and waits until it has; {@return the exit status}. */
    public int stop() {
        process.orElseThrow().destroy();
        return awaitEnd(STOP);
    }

    /** Ends all its processes at once, as {@code kill -9} does. */
    public void kill() {
        processes().kill();
    }

    /** Gives WildFly's command line these commands, one after another; {@return what it printed}. */
    public String manage(String... commands) {
        List<String> command = List.of(script.toString(), "cli", "--data", data.toString(),
                "--commands=" + String.join(",", commands));
        return Commands.run(command);
    }

    private void killIfRunning() {
        if (process.isPresent() && process.get().isAlive()) {
            kill();
        }
    }

    /** Kills it if it still runs, and removes mail and database; the log stays for whoever asks why a test failed. */
    @Override
    public void close() {
        killIfRunning();
        keepLog();
        for (String bulk : List.of("journal", "content", "db", "spool", "server", "tmp", "log")) {
            if (Files.isDirectory(data.resolve(bulk))) {
                new WorkFolder(data.resolve(bulk)).close();
            }
        }
        if (!Thread.currentThread().equals(end)) {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private void keepLog() {
        try {
            for (String name : List.of("server.log", "console.log")) {
                if (Files.exists(data.resolve("log").resolve(name))) {
                    Files.copy(data.resolve("log").resolve(name), folder.path().resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return String.join("\n", lines.toList());
        } catch (IOException none) {
            return "";
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
