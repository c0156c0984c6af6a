package org.postern.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.cli.client.SettingsInUse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What is set by options exists, and no secret stands where others see it. */
class OverridesTest {
    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    private final Overrides overrides = new Overrides(new PrintStream(remarks, true, StandardCharsets.UTF_8));
    @TempDir
    private Path folder;

    private SettingsInUse known() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.properties"),
                "postern.http.port=80\n#postern.http.port=8080\n#postern.http.bind=\\:\\:1\n#secret postern.db.password\n");
        return SettingsInUse.in(file);
    }

    @Test
    void whatIsSetBecomesAVariable() throws IOException {
        overrides.set("http.port=8081");
        overrides.set("retry.delay-notice=1h");
        assertThat(overrides.environment()).containsEntry("POSTERN_HTTP_PORT", "8081")
                .containsEntry("POSTERN_RETRY_DELAY_NOTICE", "1h");
        assertThat(known().of("http.port")).contains("80");
        assertThat(known().of("http.bind")).contains("::1");
    }

    @Test
    void whatThereIsNotIsRefused() {
        overrides.set("nothing=1");
        assertThatThrownBy(() -> overrides.check(known(), List.of()))
                .hasMessageContaining("--set nothing: no such setting");
        assertThatThrownBy(() -> overrides.set("http.port")).hasMessageContaining("value is missing");
        assertThatThrownBy(() -> overrides.set("A;B=1")).hasMessageContaining("no such setting");
    }

    @Test
    void secretsComeFromAFileAndWhoMayReadItIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "p w\nmore\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        overrides.set("db.password=@" + file);
        overrides.check(known(), List.of());
        assertThat(overrides.environment()).containsEntry("POSTERN_DB_PASSWORD", "p w");
        assertThat(remarks.toString(StandardCharsets.UTF_8)).contains("chmod 600");
    }

    @Test
    void secretsInACommandLineAreRefused() {
        overrides.set("db.password=x");
        assertThatThrownBy(() -> overrides.check(known(), List.of())).hasMessageContaining("db.password is a secret");
        assertThatThrownBy(() -> overrides.set("db.url=jdbc:x?Password=y")).hasMessageContaining("db.url is a secret");
        assertThatThrownBy(() -> Overrides.refusePasswords(List.of("-Dpostern.db.url=jdbc:x?password=y")))
                .hasMessageContaining("db.url is a secret");
        assertThatThrownBy(() -> new Overrides(System.err).check(known(), List.of("-Dpostern.db.password=y")))
                .hasMessageContaining("db.password is a secret");
    }
}
