package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class DotDecoderTest {
    private static final int MAX_LINE = 50;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final DotDecoder decoder = new DotDecoder(MAX_LINE);

    /** Decodes in segments of this size, and gives what is left. */
    private String decode(String octets, int segment) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1));
        while (all.hasRemaining() && !decoder.isEnded()) {
            ByteBuffer part = all.slice(all.position(), Math.min(segment, all.remaining()));
            decoder.decode(part, content::write);
            all.position(all.position() + part.position());
        }
        return StandardCharsets.ISO_8859_1.decode(all).toString();
    }

    private String content() {
        return content.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesOneDotOffEachLineThatStartsWithOne() throws IOException {
        decode("..\r\n..a\r\n.b\r\nc.\r\n...\r\n.\r\n", 1000);
        assertThat(content()).isEqualTo(".\r\n.a\r\nb\r\nc.\r\n..\r\n");
        assertThat(decoder.isEnded()).isTrue();
        assertThat(decoder.violation()).isEmpty();
    }

    @Test
    void leavesWhatFollowsTheEnd() throws IOException {
        assertThat(decode("a\r\n.\r\nQUIT\r\n", 1000)).isEqualTo("QUIT\r\n");
    }

    @Test
    void readsOnWhileTheEndIsNotThere() throws IOException {
        decode("a\r\n.\r", 1000);
        assertThat(decoder.isEnded()).isFalse();
        decode("\n", 1);
        assertThat(decoder.isEnded()).isTrue();
    }

    @Test
    void endsEmptyContentAtOnce() throws IOException {
        decode(".\r\n", 1);
        assertThat(decoder.isEnded()).isTrue();
        assertThat(content()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a\\nb\\r\\n, BARE_LF", "a\\rb\\r\\n, BARE_CR", "a\\r\\r\\n, BARE_CR", "a\\0b\\r\\n, NUL",
            "\\n, BARE_LF", ".\\n\\r\\n, BARE_LF", ".\\r.\\r\\n, BARE_CR", ".\\0\\r\\n, NUL"})
    void namesWhatIsNoLineEndAndStillFindsTheEnd(String text, Violation violation) throws IOException {
        String octets = "x\r\n" + text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0") + "\r\n.\r\n";
        for (int segment = 1; segment <= octets.length(); segment++) {
            DotDecoder one = new DotDecoder(MAX_LINE);
            for (int at = 0; at < octets.length(); at += segment) {
                String part = octets.substring(at, Math.min(at + segment, octets.length()));
                one.decode(ByteBuffer.wrap(part.getBytes(StandardCharsets.US_ASCII)), (_, _, _) -> {
                });
            }
            assertThat(one.violation()).contains(violation);
            assertThat(one.isEnded()).isTrue();
        }
    }

    @Test
    void writesNothingMoreBehindAViolation() throws IOException {
        decode("kept\r\n", 1000);
        decode("a\nb\r\nc\r\n.\r\n", 1);
        assertThat(content()).startsWith("kept\r\n").doesNotContain("b", "c");
    }

    @Test
    void countsLinesWithTheirEndButWithoutTheDotTakenOff() throws IOException {
        decode("." + "x".repeat(MAX_LINE - 2) + "\r\n", 7);
        assertThat(decoder.violation()).isEmpty();
        decode("x".repeat(MAX_LINE - 1) + "\r\n", 7);
        assertThat(decoder.violation()).contains(Violation.TEXT_LINE_TOO_LONG);
    }

    @Test
    void doesNotWaitForTheEndOfAnEndlessLine() throws IOException {
        decode("x".repeat(MAX_LINE + 1), 10);
        assertThat(decoder.violation()).contains(Violation.TEXT_LINE_TOO_LONG);
    }

    @Test
    void measuresTheHeaderSection() throws IOException {
        decode("A: b\r\n", 3);
        assertThat(decoder.headerSize()).isEqualTo(6);
        decode("C: d", 3);
        assertThat(decoder.headerSize()).isEqualTo(10);
        decode("\r\n\r\nbody\r\n\r\nbody\r\n.\r\n", 3);
        assertThat(decoder.headerSize()).isEqualTo(14);
    }

    @Test
    void writesLongSpansAtOnce() throws IOException {
        int[] writes = {0};
        byte[] octets = "a line without a dot\r\n".repeat(500).getBytes(StandardCharsets.US_ASCII);
        decoder.decode(ByteBuffer.wrap(octets), (_, _, _) -> writes[0]++);
        assertThat(writes[0]).isEqualTo(1);
    }

    @Test
    void agreesWithThePlainestDecoderHoweverTheInputIsSplit() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            String octets = randomContent(random);
            PlainDecoder plain = new PlainDecoder(octets);
            DotDecoder fast = new DotDecoder(1000);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            int consumed = decodeInRandomSegments(fast, octets, written, random);
            assertThat(fast.isEnded()).isEqualTo(plain.ended);
            assertThat(consumed).isEqualTo(plain.consumed);
            assertThat(fast.violation()).isEqualTo(plain.violation);
            if (plain.violation.isEmpty() && plain.ended) {
                assertThat(written.toString(StandardCharsets.ISO_8859_1)).isEqualTo(plain.content.toString());
            }
        }
    }

    private static int decodeInRandomSegments(DotDecoder decoder, String octets, ByteArrayOutputStream written,
            Random random) throws IOException {
        byte[] all = octets.getBytes(StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < all.length && !decoder.isEnded()) {
            ByteBuffer part = ByteBuffer.wrap(all, at, Math.min(1 + random.nextInt(12), all.length - at));
            decoder.decode(part, written::write);
            at = part.position();
        }
        return at;
    }

    private static String randomContent(Random random) {
        String[] pieces = {"\r\n", "\r\n", "\r\n", ".", ".", "a", "bc", " long enough for words ", "\r\n.",
                "\r\n.\r\n"};
        String[] faults = {"\r", "\n", "\0"};
        StringBuilder octets = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            octets.append(random.nextInt(40) == 0 ? faults[random.nextInt(3)] : pieces[random.nextInt(pieces.length)]);
        }
        return octets.toString();
    }
}
