package org.postern.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;

/** The message and the keys of RFC 8463, appendix A. */
class Rfc8463Test {
    private static final Zone ZONE = new Zone()
            .put("brisbane._domainkey.football.example.com",
                    "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
            .put("test._domainkey.football.example.com",
                    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/"
                            + "byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

    @Test
    void bothSignaturesVerify() throws IOException, InterruptedException {
        DkimResults results;
        try (InputStream message = Objects.requireNonNull(Rfc8463Test.class.getResourceAsStream("rfc8463.eml"))) {
            results = Scene.results(Reference.text(message.readAllBytes()), ZONE, Instant.ofEpochSecond(Draft.NOW));
        }
        assertThat(results.signatures()).extracting(SignatureResult::word)
                .containsExactly(ResultWord.PASS, ResultWord.PASS);
        assertThat(results.signatures()).extracting(SignatureResult::algorithm)
                .containsExactly("ed25519-sha256", "rsa-sha256");
        assertThat(results.signatures()).extracting(SignatureResult::mark).containsExactly("/gCrinpc", "F45dVWDf");
    }
}
