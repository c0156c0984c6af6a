package org.postern.cli;

import org.postern.cli.verb.Session;
import org.postern.cli.verb.Surroundings;
import picocli.CommandLine;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All commands that do something. */
final class Leaves {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private Leaves() {}

    static CommandLine root() {
        return Postern.line(new Session(
                new Surroundings(InputStream.nullInputStream(), System.out, System.err, false, "", Map.of())));
    }

    static List<CommandLine> all() {
        return below(root()).toList();
    }

    /** {@return those below a command, or itself if nothing is below it; each once, whatever else it is called} */
    static Stream<CommandLine> below(CommandLine one) {
        return one.getSubcommands().isEmpty()
                ? Stream.of(one)
                : one.getSubcommands().values().stream().distinct().flatMap(Leaves::below);
    }

    /** {@return the example that the help of a command has; empty if it has none} */
    static String example(CommandLine one) {
        return Stream.of(one.getCommandSpec().usageMessage().footer())
                .filter(line -> line.startsWith("Example: ./postern "))
                .map(line -> line.substring("Example: ./postern ".length()))
                .findFirst()
                .orElse("");
    }

    /** {@return the words of a line, as a shell takes them apart} */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(2) == null ? word.group(1) : word.group(2));
        }
        return words;
    }
}
