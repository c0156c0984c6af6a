package org.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** {@code docs/commands.md} lists the commands as they are. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("../docs/commands.md");
    private static final Path MADE = Path.of("target/commands.md");
    private static final String BEGIN = "<!-- made of the commands: see CommandsPageTest -->\n";

    @Test
    void thePageListsTheCommandsAsTheyAre() throws IOException {
        String page = Files.exists(PAGE) ? Files.readString(PAGE) : BEGIN;
        String head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String made = head + list();
        Files.writeString(MADE, made);
        assertThat(page).as("copy cli/%s to docs/commands.md", MADE).isEqualTo(made);
    }

    private static String list() {
        return Leaves.root()
                .getSubcommands()
                .values()
                .stream()
                .distinct()
                .filter(noun -> !noun.getCommandSpec().usageMessage().hidden())
                .map(CommandsPageTest::section)
                .collect(Collectors.joining());
    }

    private static String section(CommandLine noun) {
        boolean alone = noun.getSubcommands().isEmpty();
        return "\n## " + noun.getCommandName() + "\n\n" + (alone ? "" : said(noun) + "\n\n")
                + Leaves.below(noun).map(CommandsPageTest::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(CommandLine one) {
        CommandSpec spec = one.getCommandSpec();
        String synopsis = one.getHelp().synopsis(0).replaceAll("\\s+", " ").strip();
        String shown = synopsis.replace("[-h] ", "")
                .replace("[--json] ", "")
                .replace("[--data=DIR] ", "")
                .replaceAll(" ?\\[-h]| ?\\[--json]| ?\\[--data=DIR]", "");
        String example = "./postern " + Leaves.example(one);
        return "- `" + shown + "`\n  " + said(one)
                + (spec.aliases().length == 0 ? "" : " Also called `" + String.join("`, `", spec.aliases()) + "`.")
                + (example.equals(shown) ? "" : " For example `" + example + "`.") + "\n";
    }

    private static String said(CommandLine one) {
        String words = String.join(" ", one.getCommandSpec().usageMessage().description()).replace("%n", "");
        return words.endsWith(".") ? words : words + ".";
    }
}
