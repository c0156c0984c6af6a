package org.postern.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A scanner of the system's, with a folder and a port of its own, in the foreground. */
public final class Daemon implements AutoCloseable {
    /** Some compile what they look for. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final WorkFolder folder = WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "postern-scan-");
    private final int port = Ports.free();
    private Optional<Process> process = Optional.empty();

    /** {@return where its files are} */
    public Path folder() {
        return folder.path();
    }

    /** {@return the port of 127.0.0.1 where it is to listen} */
    public int port() {
        return port;
    }

    /** Writes a file of its own, in which {@code $FOLDER} and {@code $PORT} stand for these; {@return where it is}. */
    public String write(String name, String text) throws IOException {
        return Files.writeString(folder.path().resolve(name), filled(text)).toString();
    }

    private String filled(String text) {
        return text.replace("$FOLDER", folder.path().toString()).replace("$PORT", Integer.toString(port));
    }

    /** {@return whether root runs us, so that we may lend its users} */
    public static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Gives the folder to a user, if we may. */
    public void giveTo(String user) {
        if (isRoot()) {
            Commands.run(List.of("chown", "-R", user, folder.path().toString()));
        }
    }

    /** Starts it, and waits until it listens. */
    public void start(List<String> command) throws IOException {
        launch(command);
        awaitListening(port);
    }

    /** Starts it, or starts it again, and does not wait. */
    public void launch(List<String> command) throws IOException {
        process = Optional.of(new ProcessBuilder(command.stream().map(this::filled).toList()).redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start());
    }

    private Path output() {
        return folder.path().resolve("daemon.out");
    }

    /** Waits until somebody listens at this port of 127.0.0.1, while it lives. */
    public void awaitListening(int where) {
        await("it listens at port " + where, () -> Ports.isListening(where));
    }

    /** Waits until it has said this since its last start. */
    public void awaitSaid(String text) {
        await("it says " + text, () -> Files.readString(output()).contains(text));
    }

    private void await(String what, Callable<Boolean> isSo) {
        Process running = process.orElseThrow();
        Await.until(what, LIMIT, () -> {
            if (!running.isAlive()) {
                throw new IOException(Files.readString(output()));
            }
            return isSo.call();
        });
    }

    /** Lets it do nothing, as a machine does that has too much to do. */
    public void halt() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        process.ifPresent(running -> {
            running.descendants().forEach(child -> signal(signal, child.pid()));
            signal(signal, running.pid());
        });
    }

    private static void signal(String signal, long pid) {
        Commands.run(List.of("kill", signal, Long.toString(pid)));
    }

    /** {@return it and all that it has started} */
    public ProcessTree processes() {
        return new ProcessTree(process.orElseThrow().toHandle());
    }

    /** Ends it and all that it has started, as {@code kill -9} does. */
    public void kill() {
        process.ifPresent(running -> new ProcessTree(running.toHandle()).kill());
    }

    @Override
    public void close() {
        kill();
        folder.close();
    }
}
