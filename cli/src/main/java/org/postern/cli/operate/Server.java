package org.postern.cli.operate;

import org.postern.cli.client.Exit;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Session;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server that lies beside this program. */
final class Server {
    private static final Path HOME = Path
            .of(System.getProperty("postern.server", Session.home() + "/ear/target/server"));

    private Server() {}

    static Path home() {
        return HOME;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Has a configuration checked. What is wrong with it is printed on standard error, each fault with its line.
     *
     * @param file where there is one
     * @param environment variables that take the place of those there are
     * @param into where the settings go, as a properties file
     */
    static void check(Optional<String> file, Map<String, String> environment, Path into) {
        file.map(Path::of).filter(path -> !path.toFile().canRead()).ifPresent(path -> {
            throw Trouble.failed("cannot read the configuration file " + path);
        });
        ProcessBuilder builder = new ProcessBuilder(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                HOME.resolve("lib") + "/*", "org.postern.config.file.CheckConfiguration");
        file.ifPresent(builder.command()::add);
        builder.environment().putAll(environment);
        builder.redirectError(Redirect.INHERIT).redirectOutput(into.toFile());
        if (run(builder) != 0) {
            throw Trouble.failed("");
        }
    }

    /** {@return the exit status} */
    static int run(ProcessBuilder builder) {
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw Trouble.failed("cannot run " + builder.command().getFirst() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Exit.FAILED, "interrupted");
        }
    }

    /** {@return WildFly's command line, against the management port of a gateway} Without the protocol, it would speak another one to port 9999. */
    static ProcessBuilder commandLine(String managementPort, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(java(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dlogging.configuration=file:" + HOME.resolve("bin/jboss-cli-logging.properties"), "-jar",
                HOME.resolve("jboss-modules.jar").toString(), "-mp", HOME.resolve("modules").toString(),
                "org.jboss.as.cli", "--connect", "--controller=remote+http://127.0.0.1:" + managementPort);
        builder.command().addAll(arguments);
        builder.environment().put("JBOSS_HOME", HOME.toString());
        return builder;
    }
}
