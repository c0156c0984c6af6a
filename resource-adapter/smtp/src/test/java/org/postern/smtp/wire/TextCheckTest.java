package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class TextCheckTest {
    private static TextCheck check(String text, int step) {
        TextCheck check = new TextCheck(1000);
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < octets.length; at += step) {
            check.check(octets, at, Math.min(step, octets.length - at));
        }
        check.end();
        return check;
    }

    @ParameterizedTest
    @CsvSource({"a\\nb, BARE_LF", "a\\rb, BARE_CR", "a\\r, BARE_CR", "a\\0b, NUL", "\\r\\n\\n, BARE_LF",
            "\\r\\r\\n, BARE_CR"})
    void namesWhatBreaksLines(String text, Violation violation) {
        String octets = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
        for (int step = 1; step < 5; step++) {
            assertThat(check(octets, step).violation()).isEqualTo(Optional.of(violation));
        }
    }

    @Test
    void allowsLinesUpToTheLimitWhereverTheyAreCut() {
        for (int step : new int[]{1, 7, 999, 1000, 5000}) {
            assertThat(check("x".repeat(998) + "\r\n" + "y".repeat(1000), step).violation()).isEmpty();
            assertThat(check("x".repeat(999) + "\r\n", step).violation()).contains(Violation.TEXT_LINE_TOO_LONG);
            assertThat(check("a\r\n" + "y".repeat(1001), step).violation()).contains(Violation.TEXT_LINE_TOO_LONG);
        }
    }

    @Test
    void measuresTheHeaderSection() {
        assertThat(check("A: b\r\n\r\ntext that is longer\r\n", 3).headerSize()).isEqualTo(8);
        assertThat(check("A: b\r\nC", 3).headerSize()).isEqualTo(7);
    }
}
