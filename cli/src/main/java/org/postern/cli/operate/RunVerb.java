package org.postern.cli.operate;

import org.postern.cli.broker.ServerYaml;
import org.postern.cli.client.Installation;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prepares a start. What is left, to start the server and to stay until it ends, is for a shell, which hears Ctrl-C: it gets that in its own language, on
 * standard output.
 */
@Command(name = "run", description = {
        "Build what is missing, start a gateway, stay until Ctrl-C, stop gracefully: no new sessions,",
        "those in flight finish, nothing is lost. A second Ctrl-C ends it at once; mail that got its 250 is safe then too.",
        "%nAn option wins over the environment, the environment over the file, the file over the default. Each setting can",
        "come from the environment: http.port is POSTERN_HTTP_PORT."}, footer = "Example: ./postern run --config postern.toml --mx-bind 192.0.2.25 --mx-port 25")
public final class RunVerb extends Verb {
    @Option(names = "--config", paramLabel = "FILE", defaultValue = "${env:POSTERN_CONFIG:-}", description = "domains, routes, networks, listeners in one file; an error in it stops the start (POSTERN_CONFIG)")
    private String config;
    @Mixin
    private final RunOptions listeners = new RunOptions();
    @Option(names = "--set", paramLabel = "KEY=VALUE", description = {
            "any setting of docs/settings.md; may be repeated. KEY=@FILE is the same from the first line of a file:",
            "secrets are refused in the command line, where others see them"})
    private List<String> settings = List.of();
    @Option(names = "--server-yaml", paramLabel = "FILE", defaultValue = "${env:POSTERN_SERVER_YAML:-}", description = "changes to WildFly's own configuration, in its YAML form, docs/operations.md (POSTERN_SERVER_YAML)")
    private String yaml;
    @Option(names = "--heap", paramLabel = "SIZE", defaultValue = "${env:POSTERN_HEAP:-1g}", description = "the largest Java heap, 1g if not said (POSTERN_HEAP)")
    private String heap;
    @Option(names = "--java-opts", paramLabel = "OPTIONS", defaultValue = "${env:POSTERN_JAVA_OPTS:-}", description = "more options for the Java virtual machine (POSTERN_JAVA_OPTS)")
    private String javaOptions;
    @Option(names = "--drain", paramLabel = "SECONDS", defaultValue = "${env:POSTERN_DRAIN:-20}", description = "how long a graceful stop may wait for what is in flight, 20 if not said (POSTERN_DRAIN)")
    private int drain;
    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "${env:POSTERN_WAIT:-120}", description = "how long to wait for readiness before the reasons are told, 120 if not said (POSTERN_WAIT)")
    private int patience;

    @Override
    protected void act() {
        if (!heap.matches("[1-9]\\d{0,14}[kmgKMG]?")) {
            throw Trouble.usage("--heap " + heap + ": say a size, such as 512m or 2g");
        }
        Overrides overrides = new Overrides(session().around().err());
        listeners.settings().forEach(overrides::put);
        settings.forEach(overrides::set);
        overrides.data().map(Path::of).ifPresent(session()::isAbout);
        List<String> more = Stream.of(javaOptions.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
        Overrides.refusePasswords(more);
        Optional<Path> changes = given(yaml).map(Path::of);
        Map<String, String> environment = new LinkedHashMap<>(overrides.environment());
        Installation one = prepared(changes, environment);
        try {
            Server.check(given(config), environment, one.settingsFile());
        } catch (Trouble wrong) {
            throw Trouble.failed(wrong.words().isEmpty() ? "not started" : wrong.words());
        }
        overrides.check(one.settings(), more);
        refuse(Obstacles.here(one.settings()));
        LogFormat.choose(one.settings().needed("log.format"), one.data().resolve("server/configuration"));
        List<Path> yamls = Stream.concat(ServerYaml.written(one.data(), one.settings()).stream(), changes.stream())
                .toList();
        plan(environment, new Launch(one.data(), heap, more, drain, yamls));
    }

    /** Nothing is started that could not run. */
    static void refuse(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw Trouble.failed(String.join("\npostern: ", obstacles));
        }
    }

    private Installation prepared(Optional<Path> changes, Map<String, String> environment) {
        DataFolder.make(session().installation().data());
        Installation one = session().installation();
        one.process().ifPresent(process -> {
            throw Trouble.failed("the data folder " + one.data() + " is in use by process " + process.pid()
                    + " (./postern stop --data " + one.data() + ")");
        });
        changes.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw Trouble.failed("cannot read " + file);
        });
        environment.put("POSTERN_DATA", one.data().toString()); // the one that is meant, whatever the file says
        DataFolder.layOut(one.data());
        DataFolder.secret(one.settingsFile());
        return one;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    private void plan(Map<String, String> environment, Launch launch) {
        Plan plan = new Plan(screen().octets());
        plan.export(environment);
        plan.set("data", launch.data().toString());
        plan.set("drain", Integer.toString(drain));
        plan.set("patience", Integer.toString(patience));
        plan.arguments(launch.words());
    }
}
