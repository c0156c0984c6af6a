package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Commands.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** What {@code ./postern check --properties} prints may be handed to a server as it is. */
class PrintsItsSettingsIT {
    @Test
    void buildingFirstSaysNothingAmongThem(@TempDir Path checkout) throws IOException {
        Path script = Path.of(System.getProperty("postern.root"), "postern");
        Files.copy(script, checkout.resolve("postern"));
        Path maven = Files.createFile(Files.createDirectory(checkout.resolve("bin")).resolve("mvn"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(maven, "#!/bin/sh\necho warning\nexit 1\n");
        Files.createFile(checkout.resolve("postern.toml"));
        Outcome outcome = Commands.attempt(
                List.of("sh", "-c", "sh \"$1/postern\" check --properties \"$1/postern.toml\" 2>/dev/null", "sh",
                        checkout.toString()),
                Map.of("PATH", maven.getParent() + ":" + System.getenv("PATH")), "");
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).isEmpty();
    }
}
