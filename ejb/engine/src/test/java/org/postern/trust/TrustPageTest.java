package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Holds the table of {@code docs/trust.md} and the symbols together. */
class TrustPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "trust.md");
    private static final Path WANTED = Path.of("target", "trust.md");
    private static final String START = "| symbol | weight | meaning |\n|---|---|---|\n";

    @Test
    void thePageShowsAllSymbols() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(START) + START.length());
        String wanted = head + Arrays.stream(KnownSymbol.values())
                .map(symbol -> "| `%s` | %s | %s |%n".formatted(symbol, weight(symbol), symbol.meaning()))
                .collect(Collectors.joining());
        Files.writeString(WANTED, wanted);
        assertThat(page).as("cp ejb/engine/%s docs/trust.md", WANTED).isEqualTo(wanted);
    }

    private static String weight(KnownSymbol symbol) {
        return symbol.weight().isPresent() ? ScorePolicy.number(symbol.weight().getAsDouble()) : "as configured";
    }
}
