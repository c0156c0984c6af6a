package org.postern.it.operation;

import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Ports;
import org.postern.it.harness.ProcessTree;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An untouched WildFly with the profile <em>full</em>, into which the gateway is put as docs/deploying.md says. What it listens on besides
 * is at a loopback address of its own.
 */
final class OwnWildFly implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("postern.root"));
    private static final Path DISTRIBUTION = ROOT.resolve("ear/target/server");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String STARTED = "WFLYSRV0025";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WorkFolder folder = WorkFolder.in(ROOT.resolve("src-it/target/gateways"), "own-wildfly-");
    private final Path base = folder.path().resolve("standalone");
    private final int http = Ports.free();
    private final int management = Ports.free();
    private final Process process;

    private OwnWildFly(Path toml) throws IOException {
        Path configuration = Files.createDirectories(base.resolve("configuration"));
        for (String file : List.of("standalone-full.xml", "logging.properties", "mgmt-users.properties",
                "mgmt-groups.properties", "application-users.properties", "application-roles.properties")) {
            Files.copy(DISTRIBUTION.resolve("standalone/configuration").resolve(file), configuration.resolve(file));
        }
        Files.createDirectories(base.resolve("deployments"));
        keepNoWelcome(configuration.resolve("standalone-full.xml"));
        Path properties = folder.path().resolve("postern.properties");
        Files.writeString(properties, Commands
                .run(List.of(ROOT.resolve("postern").toString(), "check", "--properties", toml.toString())));
        String address = "127." + (http >> 8) + "." + (http & 255) + ".1";
        List<String> command = new ArrayList<>(List.of(DISTRIBUTION.resolve("bin/standalone.sh").toString(),
                "-c", "standalone-full.xml", "-P", properties.toString(), "-b", "127.0.0.1", "-bmanagement",
                "127.0.0.1",
                "-bunsecure", address, "-Djboss.server.base.dir=" + base, "-Djboss.http.port=" + http,
                "-Djboss.https.port=" + Ports.free(), "-Djboss.management.http.port=" + management,
                "-Djboss.management.https.port=" + Ports.free()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.path().resolve("run.out").toFile());
        builder.environment()
                .putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS",
                        "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1", "LAUNCH_JBOSS_IN_BACKGROUND", "true"));
        process = builder.start();
    }

    /** The distribution that lies here has no page that welcomes anybody. */
    private static void keepNoWelcome(Path configuration) throws IOException {
        Files.writeString(configuration, Files.readString(configuration)
                .replace("${jboss.home.dir}/welcome-content", "${jboss.server.base.dir}/deployments"));
    }

    /** {@return one that runs, with the gateway in it, which is ready} */
    static OwnWildFly withGateway(Path toml) {
        try {
            OwnWildFly server = new OwnWildFly(toml);
            try {
                server.prepare();
            } catch (AssertionError failed) {
                server.close();
                throw failed;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
        awaitStart(1);
        manage("--file=" + ROOT.resolve("ear/src/main/cli/postern.cli"));
        manage("--command=:reload");
        awaitStart(2);
        manage("--command=deploy " + ROOT.resolve("ear/target/postern.ear"));
        Await.until("the gateway is ready", LIMIT, () -> ready().statusCode() == 200);
    }

    private void awaitStart(int count) {
        Await.until("WildFly has started, time " + count, LIMIT, () -> {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.path().resolve("run.out")));
            }
            return Files.readString(base.resolve("log/server.log")).split(STARTED, -1).length > count;
        });
    }

    /** Runs WildFly's command line; {@return what it printed}. */
    String manage(String... arguments) {
        List<String> command = new ArrayList<>(List.of(DISTRIBUTION.resolve("bin/jboss-cli.sh").toString(),
                "--connect", "--controller=127.0.0.1:" + management));
        command.addAll(List.of(arguments));
        return Commands.run(command, Map.of("JAVA_HOME", System.getProperty("java.home")), "");
    }

    private HttpResponse<String> ready() throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/ready"))
                .timeout(Duration.ofSeconds(5))
                .build(), BodyHandlers.ofString());
    }

    /** Makes an account of the server's ApplicationRealm, as add-user.sh does. */
    void account(String name, String password, String role) {
        Path configuration = base.resolve("configuration");
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest((name + ":ApplicationRealm:" + password).getBytes(StandardCharsets.UTF_8));
            append(configuration.resolve("application-users.properties"), name + "=" + HexFormat.of().formatHex(hash));
            append(configuration.resolve("application-roles.properties"), name + "=" + role);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        manage("--command=/subsystem=elytron/properties-realm=ApplicationRealm:load");
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    /** {@return the port of the console, and of JMS} */
    int http() {
        return http;
    }

    @Override
    public void close() {
        new ProcessTree(process.toHandle()).kill();
        new WorkFolder(base.resolve("data")).close();
        new WorkFolder(base.resolve("tmp")).close();
    }
}
