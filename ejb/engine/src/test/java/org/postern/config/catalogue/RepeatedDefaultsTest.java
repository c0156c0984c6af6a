package org.postern.config.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.config.Setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server reads settings where no Java of ours runs, and the command line tells of them: both repeat defaults. They repeat what the catalogue says. */
class RepeatedDefaultsTest {
    private static final Path HOUSE = Path.of("..", "..");
    private static final Path COMMANDS = HOUSE.resolve("cli/src/main/java");
    private static final Path OPTIONS = COMMANDS.resolve("org/postern/cli/operate/RunOptions.java");
    private static final Path SERVER = HOUSE.resolve("ear/src/main/cli/postern.cli");
    private static final Path LISTENERS = HOUSE.resolve("ejb/beans/src/main/resources/META-INF/ejb-jar.xml");
    private static final Path BEANS = HOUSE.resolve("ejb/beans/src/main/java");

    /** {@code ${postern.KEY:DEFAULT}}; a default may have an expression in it. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "\\$\\{postern\\.([a-z.-]+):((?:[^{}$]|\\$\\{[^}]*})*)}");
    /** What the help says of an option of {@code run}, such as {@code --mx-port}; the program uses none of these itself. */
    private static final Pattern HELP = Pattern
            .compile("\"--([a-z]+)-(port|bind)\"[^\n]*description = \"[^(\"]*\\(([0-9.]+)");
    private static final Pattern USED = Pattern.compile("\\bof\\(\"[a-z.]+\"[^)]*\\)\\s*\\.orElse\\(\"[^\"]+\"");
    private static final Set<String> OF_THE_CONSOLE = Set.of("http", "management");

    /** Where the catalogue's default is empty, and what stands for that is a place in the server's own folders. */
    private static final Set<String> PLACES = Set.of("data", "db.url");
    /** How the server is built and dimensioned beneath the settings; whoever changes these, changes the server. */
    private static final Set<String> OF_THE_SERVER = Set.of("own-server", "management.bind", "journal.max-io", "beans");

    /**
     * Something that a file says.
     *
     * @param file where
     * @param key the setting
     * @param usual the default
     */
    record Repeated(Path file, String key, String usual) {}

    static List<Repeated> all() throws IOException {
        List<Repeated> all = new ArrayList<>();
        for (Path file : List.of(SERVER, LISTENERS)) {
            all.addAll(found(file, EXPRESSION));
        }
        for (Path source : sources(BEANS)) {
            all.addAll(found(source, EXPRESSION));
        }
        HELP.matcher(Files.readString(OPTIONS))
                .results()
                .forEach(option -> all.add(new Repeated(OPTIONS,
                        (OF_THE_CONSOLE.contains(option.group(1)) ? "" : "listener.") + option.group(1) + "."
                                + option.group(2),
                        option.group(3))));
        return all.stream().filter(Predicate.not(repeated -> OF_THE_SERVER.contains(repeated.key()))).toList();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Repeated> found(Path file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> new Repeated(file, match.group(1), match.group(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWhatTheCatalogueSays(Repeated repeated) {
        String usual = SettingsCatalogue.find(repeated.key()).map(Setting::defaultText).orElse("no such setting");
        if (PLACES.contains(repeated.key())) {
            assertThat(usual).isEmpty();
        } else {
            assertThat(repeated.usual()).as(repeated.toString()).isEqualTo(usual);
        }
    }

    @Test
    void theCommandLineKnowsNoDefaults() throws IOException {
        for (Path source : sources(COMMANDS)) {
            assertThat(USED.matcher(Files.readString(source)).results().map(found -> found.group()))
                    .as(source.toString())
                    .isEmpty();
        }
    }

    @Test
    void findsDefaultsInEachOfTheseFiles() throws IOException {
        Map<String, Path> places = Map.of("listener.mx.port", LISTENERS, "db.pool", SERVER, "http.port", OPTIONS,
                "delivery.sessions", BEANS);
        List<Repeated> all = all();
        places.forEach((key, place) -> assertThat(all)
                .as("%s in %s", key, place)
                .anyMatch(repeated -> repeated.key().equals(key) && repeated.file().startsWith(place)));
    }
}
