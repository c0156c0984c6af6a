package org.postern.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

class LinesByCrlfTest {
    @ParameterizedTest
    @CsvSource({"a, a|", "aN, a|", "aRN, a|", "aR, a|", "aRNNb, a||b|", "aNNb, a||b|", "aRRb, a||b|", "'', ''"})
    void aLineEndsByCrlf(String written, String lines) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (LinesByCrlf out = new LinesByCrlf(octets)) {
            out.write(written.replace('R', '\r').replace('N', '\n').getBytes(US_ASCII));
        }
        assertThat(octets.toString(US_ASCII)).isEqualTo(lines.replace("|", "\r\n"));
    }
}
