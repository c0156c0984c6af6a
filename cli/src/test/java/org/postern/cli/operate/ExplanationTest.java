package org.postern.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.cli.show.Screen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Why a gateway is not ready is found in its log, whichever way that is written. */
class ExplanationTest {
    private static final String TEXT = "2026-12-01 01:02:03,004 ERROR [org.postern.store] (main) POSTERN2001: the schema is newer";
    private static final String JSON = "{\"timestamp\":\"2026-12-01T01:02:03.004Z\",\"loggerName\":\"org.postern.store\",\"level\":\"ERROR\",\"message\":\"POSTERN2001: the schema is newer\",\"mdc\":{}}";

    @TempDir
    private Path folder;

    private String explained(long first, String... lines) throws IOException {
        Path log = Files.write(folder.resolve("server.log"), List.of(lines));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Screen screen = new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), true);
        new Explanation(log, first).tell("503 the database does not answer", screen);
        screen.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsErrorsOfPeoplesLogAndOfProgramsLog() throws IOException {
        assertThat(explained(1, TEXT)).contains("POSTERN2001: the schema is newer").doesNotContain("no error");
        assertThat(explained(1, JSON)).contains("ERROR [org.postern.store] POSTERN2001: the schema is newer")
                .doesNotContain("no error", "{");
    }

    @Test
    void whatIsNoErrorIsNotOne() throws IOException {
        assertThat(explained(1, TEXT.replace("ERROR", "INFO "), JSON.replace("\"ERROR\"", "\"INFO\"")
                .replace("the schema", "no ERROR in the schema"))).contains("There is no error in");
        assertThat(explained(2, JSON)).contains("There is no error in");
    }

    @Test
    void namesThePortInEitherLog() throws IOException {
        String why = "Address already in use /127.0.0.1:8080";
        assertThat(explained(1, TEXT.replace("the schema is newer", why)))
                .contains("something else listens on 127.0.0.1:8080");
        assertThat(explained(1, JSON.replace("the schema is newer", why)))
                .contains("something else listens on 127.0.0.1:8080");
    }

    @Test
    void aLineThatIsCutOffIsReadAsItIs() throws IOException {
        assertThat(explained(1, JSON.substring(0, 120) + " ERROR ")).contains(JSON.substring(0, 120));
    }
}
