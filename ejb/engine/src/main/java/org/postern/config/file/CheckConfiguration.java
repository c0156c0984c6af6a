package org.postern.config.file;

import org.postern.config.Setting;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The command that checks a configuration before the server starts. Prints each problem as {@code FILE:LINE:COLUMN: message} on
 * standard error and ends with 1; or prints where the file is and what is set, as system properties {@code postern.…}, in the form
 * of a properties file in ASCII, on standard output and ends with 0. What is not set follows as comments: {@code #postern.KEY=DEFAULT}, or
 * {@code #secret postern.KEY} of each setting that is one, set or not; the start script knows defaults and secrets from there.
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
            case Reading.Valid valid -> System.out
                    .print(Overrides.CHECKED + "=true\n" + file.map(CheckConfiguration::place).orElse("")
                            + properties(valid.configuration().settings())
                            + defaults(SettingsCatalogue.ALL));
            case Reading.Invalid invalid -> {
                invalid.problems().forEach(System.err::println);
                System.exit(1);
            }
        }
    }

    /** {@return the line that tells the server where its configuration file is} */
    static String place(Path file) {
        Properties properties = new Properties();
        properties.setProperty("postern.config", file.toAbsolutePath().toString());
        return text(properties);
    }

    /** {@return what is given, each setting on a line, escaped as {@link Properties} want it} */
    static String properties(Settings settings) {
        Properties properties = new Properties();
        settings.given().forEach((key, value) -> properties.setProperty("postern." + key, value));
        return text(properties);
    }

    /** {@return the default of each setting that is no secret, and the name of each that is one, as comments of such a file} */
    static String defaults(List<Setting<?>> settings) {
        Properties open = new Properties();
        settings.stream()
                .filter(one -> !one.isSecret())
                .forEach(one -> open.setProperty(one.property(),
                        one.defaultText()));
        return text(open).replaceAll("(?m)^(?=.)", "#") + settings.stream()
                .filter(Setting::isSecret)
                .map(one -> "#secret " + one.property() + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Properties properties) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(); // into a Writer it would not be escaped
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = text.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .toList();
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
