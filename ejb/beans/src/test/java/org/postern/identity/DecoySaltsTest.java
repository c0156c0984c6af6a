package org.postern.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class DecoySaltsTest {
    @TempDir
    private Path folder;

    @Test
    void aNameKeepsItsSaltOverARestart() throws Exception {
        byte[] salt = DecoySalts.in(folder.resolve("data")).of("nobody");
        assertThat(DecoySalts.in(folder.resolve("data")).of("Nobody")).isEqualTo(salt).hasSize(16);
        assertThat(DecoySalts.in(folder.resolve("other")).of("nobody")).isNotEqualTo(salt);
    }

    @Test
    void theSecretIsForItsOwnerOnly() throws Exception {
        DecoySalts.in(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("decoy-secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void halfASecretIsNone() throws Exception {
        Files.writeString(folder.resolve("decoy-secret"), "x");
        assertThatThrownBy(() -> DecoySalts.in(folder)).isInstanceOf(IOException.class);
    }
}
