package org.postern.config.file;

import org.postern.config.Settings;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The command that checks a configuration before the server starts. Prints each problem as {@code FILE:LINE:COLUMN: message} on
 * standard error and ends with 1; or prints what is set as system properties {@code postern.…}, in the form of a properties file,
 * on standard output and ends with 0.
 */
public final class CheckConfiguration {
    private CheckConfiguration() {}

    /** Takes the file as the only argument; without one, checks what is set outside of a file. */
    public static void main(String[] arguments) {
        if (arguments.length > 1) {
            System.err.println("usage: CheckConfiguration [FILE]");
            System.exit(2);
        }
        Optional<Path> file = Arrays.stream(arguments).findFirst().map(Path::of);
        switch (new ConfigurationReader(Overrides.ofProcess()).read(file)) {
            case Reading.Valid valid -> System.out.print(properties(valid.configuration().settings()));
            case Reading.Invalid invalid -> {
                invalid.problems().forEach(System.err::println);
                System.exit(1);
            }
        }
    }

    /** {@return what is given, each setting on a line, escaped as {@link Properties} want it} */
    static String properties(Settings settings) {
        Properties properties = new Properties();
        settings.given().forEach((key, value) -> properties.setProperty("postern." + key, value));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = text.toString().lines().filter(line -> !line.startsWith("#")).sorted().toList();
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
