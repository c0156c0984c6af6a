package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An Apache Artemis broker as its makers give it out, in a process of its own, with the configuration that {@code ./postern broker xml} prints. It knows the
 * account {@code gateway} and the account {@code app} of an application, both with {@link Application#PASSWORD}.
 */
public final class ArtemisBroker implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("postern.root"));
    private static final Path HOME = ROOT.resolve("src-it/target/artemis");
    /** By this the brokers of a cluster know each other. */
    private static final Map<String, String> CLUSTER = Map.of("POSTERN_PASSWORD", "brokers of a test");

    private final Daemon daemon = new Daemon();
    private final int port;

    private ArtemisBroker(int port) {
        this.port = port;
    }

    /** {@return a broker, not started, with what that command prints for these words, at a port that is free} */
    public static ArtemisBroker alone() {
        return prepared(Ports.free());
    }

    /** {@return the two of a pair, the live one first; the backup waits for its end} */
    public static List<ArtemisBroker> pair(Path shared) {
        int one = Ports.free();
        int two = Ports.free();
        return List.of(prepared(one, "--folder", shared.toString(), "--peer", "127.0.0.1:" + two, "--part", "live"),
                prepared(two, "--folder", shared.toString(), "--peer", "127.0.0.1:" + one, "--part", "backup"));
    }

    /** {@return two of a cluster} */
    public static List<ArtemisBroker> cluster() {
        int one = Ports.free();
        int two = Ports.free();
        return List.of(prepared(one, "--peer", "127.0.0.1:" + two), prepared(two, "--peer", "127.0.0.1:" + one));
    }

    private static ArtemisBroker prepared(int port, String... words) {
        ArtemisBroker broker = new ArtemisBroker(port);
        List<String> command = new ArrayList<>(
                List.of(ROOT.resolve("postern").toString(), "broker", "xml", "--at", "127.0.0.1:" + port));
        command.addAll(List.of(words));
        String password = Application.PASSWORD.replace("\"", "\\\"");
        try {
            Files.createDirectories(broker.daemon.folder().resolve("etc"));
            Files.createDirectories(broker.daemon.folder().resolve("log"));
            broker.daemon.write("etc/broker.xml", Commands.run(command, CLUSTER, ""));
            broker.daemon.write("etc/bootstrap.xml", """
                    <broker xmlns="http://activemq.apache.org/schema">
                      <jaas-security domain="activemq"/>
                      <server configuration="file:$FOLDER/etc/broker.xml"/>
                    </broker>
                    """);
            broker.daemon.write("etc/login.config", """
                    activemq {
                      org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule required
                        org.apache.activemq.jaas.properties.user="users"
                        org.apache.activemq.jaas.properties.role="roles";
                    };
                    """);
            broker.daemon.write("etc/management.xml",
                    "<management-context xmlns=\"http://activemq.apache.org/schema\"/>\n");
            broker.daemon.write("etc/users", "gateway = " + password + "\napp = " + password + "\n");
            broker.daemon.write("etc/roles", "gateway = gateway\napplication = app\n");
            broker.daemon.write("etc/log4j2.properties", """
                    rootLogger = WARN, out
                    logger.server.name = org.apache.activemq.artemis.core.server
                    logger.server.level = INFO
                    appender.out.type = Console
                    appender.out.name = out
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return broker;
    }

    /** {@return where it listens on 127.0.0.1, once it works} */
    public int port() {
        return port;
    }

    /** Starts it, or starts it again after its end; what it had committed is there. Does not wait. */
    public void launch() {
        try {
            daemon.launch(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.security.auth.login.config=$FOLDER/etc/login.config",
                    "-Dartemis.home=" + HOME, "-Dartemis.instance=$FOLDER", "-Dartemis.instance.etc=$FOLDER/etc",
                    "-Dartemis.instance.uri=file:$FOLDER/", "-Dartemis.instance.etc.uri=file:$FOLDER/etc/",
                    "-Ddata.dir=$FOLDER/data", "-Djava.library.path=" + HOME + "/bin/lib/linux-x86_64",
                    "-Dlog4j2.configurationFile=file:$FOLDER/etc/log4j2.properties", "-cp",
                    HOME + "/lib/artemis-boot.jar", "org.apache.activemq.artemis.boot.Artemis", "run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, and waits until it listens. */
    public void start() {
        launch();
        awaitLive();
    }

    /** Waits until it takes messages. */
    public void awaitLive() {
        daemon.awaitListening(port);
    }

    /** Waits until it stands ready to go on where the other one ends. */
    public void awaitBackup() {
        daemon.awaitSaid("AMQ221031");
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        daemon.kill();
    }

    /** Lets it do nothing, as a machine does that has too much to do. */
    public void halt() {
        daemon.halt();
    }

    /** Lets it go on. */
    public void goOn() {
        daemon.goOn();
    }

    @Override
    public void close() {
        daemon.close();
    }
}
