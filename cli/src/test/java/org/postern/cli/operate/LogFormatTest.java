package org.postern.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.cli.client.Trouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log is written as it is asked for, from its first line on. */
class LogFormatTest {
    private static final Path BEGINNING = Path.of("..",
            "ear/src/main/server/standalone/configuration/logging.properties");
    private static final String SERVER = """
            <periodic-rotating-file-handler name="OTHER"><formatter><named-formatter name="PATTERN"/></formatter></periodic-rotating-file-handler>
            <size-rotating-file-handler name="LOG" autoflush="true">
                <formatter>
                    <named-formatter name="PATTERN"/>
                </formatter>
            </size-rotating-file-handler>
            """;

    @TempDir
    private Path configuration;

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(BEGINNING, configuration.resolve("logging.properties"));
        Files.writeString(configuration.resolve("postern.xml"), SERVER);
    }

    private String text(String file) throws IOException {
        return Files.readString(configuration.resolve(file));
    }

    @Test
    void forPeopleNothingChanges() throws IOException {
        LogFormat.choose("text", configuration);
        assertThat(text("postern.xml")).isEqualTo(SERVER);
        assertThat(text("logging.properties")).isEqualTo(Files.readString(BEGINNING));
    }

    @Test
    void forProgramsTheOneHandlerAndTheBeginningChange() throws IOException {
        LogFormat.choose("json", configuration);
        assertThat(text("postern.xml")).isEqualTo(SERVER.replace("        <named-formatter name=\"PATTERN\"/>",
                "        <named-formatter name=\"JSON\"/>"));
        assertThat(text("logging.properties")).contains("handler.FILE.formatter=JSON", "formatter.JSON=org.jboss")
                .doesNotContain("handler.FILE.formatter=PATTERN");
    }

    @Test
    void aConfigurationWithoutThatPlaceIsAFault() throws IOException {
        Files.writeString(configuration.resolve("postern.xml"), "<server/>");
        assertThatThrownBy(() -> LogFormat.choose("json", configuration)).isInstanceOf(Trouble.class);
    }
}
