package org.postern.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;

/** Messages that dkimpy and OpenDKIM have signed; how, is said in {@code others/README.md}. */
class OthersMailTest {
    private static final Zone ZONE = new Zone();

    private static String text(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(OthersMailTest.class.getResourceAsStream("others/" + name))) {
            return Reference.text(file.readAllBytes());
        }
    }

    @BeforeAll
    static void publish() throws IOException {
        text("keys.txt").lines()
                .forEach(line -> ZONE.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dkimpy-rsa-simple-simple", "dkimpy-rsa-simple-relaxed", "dkimpy-rsa-relaxed-simple",
            "dkimpy-rsa-relaxed-relaxed",
            "dkimpy-ed-simple-simple", "dkimpy-ed-simple-relaxed", "dkimpy-ed-relaxed-simple",
            "dkimpy-ed-relaxed-relaxed", "dkimpy-rsa-length",
            "dkimpy-rsa-oversigned", "opendkim-rsa-simple-simple", "opendkim-rsa-simple-relaxed",
            "opendkim-rsa-relaxed-simple",
            "opendkim-rsa-relaxed-relaxed"})
    void verifiesHere(String name) throws IOException, InterruptedException {
        DkimResults results = Scene.results(text(name + ".eml"), ZONE, Instant.parse("2026-11-29T12:00:00Z"));
        assertThat(results.signatures()).extracting(SignatureResult::reason)
                .containsAnyOf("2048-bit key", "255-bit key")
                .hasSize(1);
        assertThat(results.passed()).containsExactly(new Domain("signer.example"));
    }
}
