package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** An external database: H2 as a server in a process of its own, which a test can take away and bring back. */
public final class DatabaseServer implements AutoCloseable {
    private final WorkFolder folder = WorkFolder.in(Path.of(System.getProperty("postern.root"), "src-it/target"),
            "db-");
    private final int port = Ports.free();
    private Optional<Process> process = Optional.empty();

    private DatabaseServer() {}

    /** {@return a running server with no database in it yet} */
    public static DatabaseServer start() {
        DatabaseServer server = new DatabaseServer();
        server.up();
        return server;
    }

    /** {@return the JDBC address of its database} */
    public String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/./postern";
    }

    /** Starts it; what was stored is there again. */
    public void up() {
        try {
            Path driver = Path.of(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Process started = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-cp",
                    driver.toString(), "org.h2.tools.Server", "-tcp", "-tcpPort", Integer.toString(port),
                    "-ifNotExists",
                    "-baseDir", folder.path().toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = Optional.of(started);
            Ports.awaitListening(port, started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it without warning. */
    public void down() {
        process.ifPresent(p -> p.destroyForcibly().onExit().join());
    }

    @Override
    public void close() {
        down();
        folder.close();
    }
}
