package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RuleKey;
import org.tomlj.Toml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Holds {@code docs/rules.md} and the keys of rules together, and reads its examples. */
class RulesPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "rules.md");
    private static final Path WANTED = Path.of("target", "rules.md");
    private static final String START = "| key | texts | meaning |\n|---|---|---|\n";

    @Test
    void thePageShowsAllKeys() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(START) + START.length());
        String wanted = head + RuleKey.ALL.stream()
                .map(key -> "| `%s` | %s | %s |%n".formatted(key.name(), key.most() == 1 ? "one" : "many",
                        key.meaning()))
                .collect(Collectors.joining());
        Files.writeString(WANTED, wanted);
        assertThat(page).as("cp ejb/engine/%s docs/rules.md", WANTED).isEqualTo(wanted);
    }

    @Test
    void itsExamplesCanBeRead() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```toml\n") + "```toml\n".length();
        Problems problems = new Problems("rules.md");
        assertThat(new MailRuleReader(problems).read(Toml.parse(page.substring(start, page.indexOf("```", start)))))
                .hasSize(5);
        assertThat(problems.all()).isEmpty();
    }
}
