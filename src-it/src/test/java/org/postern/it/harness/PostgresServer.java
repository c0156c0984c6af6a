package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL as the system has it, with a cluster of its own in a folder of its own. It does not run as root, so root lends a user. */
public final class PostgresServer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "postgres";

    private final WorkFolder folder = WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "postern-pg-");
    private final Path programs;
    private final int port = Ports.free();
    private Optional<Process> process = Optional.empty();

    private PostgresServer(Path programs) {
        this.programs = programs;
    }

    /** {@return whether there is one on this machine} */
    public static boolean exists() {
        return programs().isPresent();
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return one that runs, with an empty database} */
    public static PostgresServer start() {
        PostgresServer server = new PostgresServer(programs().orElseThrow());
        server.initialize();
        return server;
    }

    private void initialize() {
        Path data = folder.path().resolve("data");
        try {
            Files.createDirectory(data);
            if (isRoot()) {
                Files.setOwner(data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
            }
            Commands.run(owned("initdb", "-D", data.toString(), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync"));
            up();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it; what was committed is there again. */
    public void up() {
        Path data = folder.path().resolve("data");
        try {
            Process started = new ProcessBuilder(owned("postgres", "-D", data.toString(), "-p", Integer.toString(port),
                    "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.path().resolve("postgres.out").toFile())
                    .start();
            process = Optional.of(started);
            Ports.awaitListening(port, started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private List<String> owned(String program, String... words) {
        List<String> command = new ArrayList<>(
                isRoot() ? List.of("setpriv", "--reuid", OWNER, "--regid", OWNER, "--init-groups") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        return command;
    }

    /** {@return the JDBC address of its database} */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Ends all of it at once, as {@code kill -9} does. */
    public void kill() {
        process.ifPresent(running -> new ProcessTree(running.toHandle()).kill());
    }

    /** {@return the port of 127.0.0.1 where it listens} */
    public int port() {
        return port;
    }

    /** {@return the user of that database; nobody asks for a password} */
    public String user() {
        return OWNER;
    }

    /** Ends it as it wants to be ended, so that nothing of it stays in memory. */
    @Override
    public void close() {
        process.ifPresent(running -> {
            running.destroy();
            running.onExit().join();
        });
        folder.close();
    }
}
