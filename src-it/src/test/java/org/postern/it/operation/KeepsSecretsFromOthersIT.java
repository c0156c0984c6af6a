package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.it.harness.Gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What is secret is taken from no command line, and nothing of the run before lets anybody in. What is taken stands in none: {@link ObeysItsOperatorIT}. */
class KeepsSecretsFromOthersIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String SECRET = "very-secret-words";

    @ParameterizedTest
    @CsvSource({"--set, db.password=very-secret-words", "--set, tls.keystore-password=very-secret-words",
            "--set, 'db.url=jdbc:postgresql://127.0.0.1/x?user=y&password=very-secret-words'",
            "--java-opts, -Dpostern.db.password=very-secret-words",
            "--java-opts, '-Xss1m\t-Dpostern.db.password=very-secret-words'",
            "--java-opts, '-Xss1m -Dpostern.db.url=jdbc:postgresql://127.0.0.1/x?user=y&password=very-secret-words'"})
    void aSecretInTheCommandLineIsRefused(String option, String value) {
        try (Gateway gateway = Gateway.plan("told-secret").option(option, value).prepare()) {
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(gateway.output()).contains("list of processes").doesNotContain(SECRET);
        }
    }

    @Test
    void theTokenOfTheRunBeforeIsGoneBeforeTheServerStarts() throws IOException {
        try (Gateway gateway = Gateway.plan("old-token").set("db.password", SECRET).prepare()) {
            Path token = Files.createDirectories(gateway.data()).resolve("local-token");
            Files.writeString(token, "of the run before");
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(token).doesNotExist();
        }
    }
}
