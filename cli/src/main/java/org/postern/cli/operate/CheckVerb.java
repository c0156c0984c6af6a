package org.postern.cli.operate;

import org.postern.cli.client.SettingsInUse;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a configuration file is good. */
@Command(name = "check", description = "Read a configuration file and report every error with its line", footer = "Example: ./postern check postern.toml")
public final class CheckVerb extends Verb {
    @Parameters(paramLabel = "FILE")
    private String file;
    @Option(names = "--properties", description = "print what the file and the environment set as system properties, for a WildFly of your own (docs/deploying.md)")
    private boolean properties;

    @Override
    protected void act() {
        try {
            Path settings = Files.createTempFile("postern", ".properties");
            try {
                Server.check(Optional.of(file), Map.of(), settings);
                RunVerb.refuse(Obstacles.inFiles(SettingsInUse.in(settings)));
                tell(settings);
            } finally {
                Files.delete(settings);
            }
        } catch (IOException e) {
            throw Trouble.failed("cannot write the settings: " + e.getMessage());
        }
    }

    private void tell(Path settings) throws IOException {
        if (!properties) {
            screen().text(file + ": no errors");
            return;
        }
        try (Stream<String> lines = Files.lines(settings)) {
            lines.filter(line -> !line.startsWith("#")).forEach(screen()::text);
        }
    }
}
