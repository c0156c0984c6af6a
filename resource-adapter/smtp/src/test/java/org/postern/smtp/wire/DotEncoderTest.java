package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class DotEncoderTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final DotEncoder encoder = new DotEncoder(sent::write);

    private void encode(String content, int segment) throws IOException {
        byte[] octets = content.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < octets.length; at += segment) {
            encoder.write(octets, at, Math.min(segment, octets.length - at));
        }
        encoder.end();
    }

    private String sent() {
        return sent.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1000})
    void doublesADotAtTheStartOfALine(int segment) throws IOException {
        encode(".\r\n..a\r\nb.\r\n", segment);
        assertThat(sent()).isEqualTo("..\r\n...a\r\nb.\r\n.\r\n");
    }

    @Test
    void endsALineThatHasNoEnd() throws IOException {
        encode("a", 10);
        assertThat(sent()).isEqualTo("a\r\n.\r\n");
    }

    @Test
    void endsEmptyContent() throws IOException {
        encode("", 10);
        assertThat(sent()).isEqualTo(".\r\n");
    }

    @ParameterizedTest
    @CsvSource({"a\\n.\\r\\n, BARE_LF", "a\\r.\\r\\n, BARE_CR", "a\\r, BARE_CR", "a\\0, NUL"})
    void neverSendsWhatAnotherServerCouldTakeForALineEnd(String text, Violation violation) throws IOException {
        String content = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
        encode(content, 1);
        assertThat(encoder.violation()).contains(violation);
        assertThat(sent()).doesNotContain(".\r\n");
        assertThat(CrlfCheck.of(Content.of(content.getBytes(StandardCharsets.US_ASCII)))).contains(violation);
    }

    @Test
    void isUndoneByTheDecoderHoweverTheContentIsSplit() throws IOException {
        Random random = new Random(13);
        String[] pieces = {"\r\n", ".", "..", "text", "\r\n.", " "};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                content.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] octets = content.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
            int cut = random.nextInt(octets.length);
            sent.reset();
            DotEncoder one = new DotEncoder(sent::write);
            one.write(octets, 0, cut);
            one.write(octets, cut, octets.length - cut);
            one.end();
            assertThat(decoded(sent.toByteArray())).isEqualTo(content.toString());
        }
    }

    private static String decoded(byte[] octets) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DotDecoder decoder = new DotDecoder(1000);
        ByteBuffer input = ByteBuffer.wrap(octets);
        decoder.decode(input, content::write);
        assertThat(decoder.isEnded() && !input.hasRemaining()).isTrue();
        return content.toString(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\n\r\n.\r\nb", "\r\n"})
    void sendsContentOfWholeLines(String content) throws IOException {
        assertThat(CrlfCheck.of(Content.of(content.getBytes(StandardCharsets.US_ASCII)))).isEmpty();
    }
}
