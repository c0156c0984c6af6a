package org.postern.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Strangers write what they like: nothing throws, and nothing but the untouched message passes. */
class DkimFuzzTest {
    private static final Instant NOW = Instant.ofEpochSecond(Draft.NOW);
    private static final String KEY = "v=DKIM1; k=rsa; h=sha256; s=email; t=s; p=" + Keys.RSA_2048.published();
    private static final List<String> PIECES = List.of(";", "=", ":", " ", "\r\n ", "\t", "@", ".", "*", "b=", "l=0",
            "h=", "d=", "p=", "\u0000",
            "\u00ff", "9".repeat(80), "AAAA", "relaxed", "simple");

    /** {@return the text with some of its characters changed, lost or doubled between these places} */
    private static String mutated(String text, int from, int to, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = from + random.nextInt(to - from - 90);
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mutated.setCharAt(at, (char) random.nextInt(256));
                default -> mutated.insert(at, mutated.substring(at, at + random.nextInt(40)));
            }
        }
        return mutated.toString();
    }

    @Test
    void mutatedSignaturesNeverThrow() {
        Random random = new Random(8463);
        Zone zone = new Zone().put(Draft.KEY_NAME, KEY);
        String text = new Draft().tag("t", "" + Draft.NOW).tag("i", "ann@example.com").tag("q", "dns/txt").signed();
        for (int i = 0; i < 5000; i++) {
            String mutated = mutated(text, 0, text.indexOf("From:"), random);
            assertThatCode(() -> Scene.results(mutated, zone, NOW)).as(mutated).doesNotThrowAnyException();
        }
    }

    @Test
    void mutatedKeyRecordsNeverThrow() {
        Random random = new Random(8301);
        for (int i = 0; i < 5000; i++) {
            String mutated = mutated(KEY, 0, KEY.length(), random);
            assertThatCode(() -> KeyRecordReader.read(mutated)).as(mutated).doesNotThrowAnyException();
        }
    }

    @Test
    void whatIsCoveredDoesNotChangeAndPass() throws IOException, InterruptedException {
        Random random = new Random(6376);
        Zone zone = new Zone().put(Draft.KEY_NAME, KEY);
        Draft draft = new Draft().tag("c", "simple/simple")
                .tag("h", "from:from:to:to:subject:subject:date:date")
                .body("one\r\ntwo\r\n");
        String text = draft.signed();
        int start = text.indexOf("From:");
        for (int i = 0; i < 1000; i++) {
            StringBuilder changed = new StringBuilder(text);
            int at = start + random.nextInt(text.length() - start);
            changed.setCharAt(at, (char) (changed.charAt(at) ^ (1 << random.nextInt(8))));
            DkimResults results = Scene.results(changed.toString(), zone, NOW);
            assertThat(results.word()).as("octet %d", at).isIn(ResultWord.FAIL, ResultWord.PERMERROR);
        }
    }

    @Test
    void contentOfNoiseNeverThrows() {
        Random random = new Random(5322);
        for (int i = 0; i < 2000; i++) {
            StringBuilder noise = new StringBuilder();
            int parts = random.nextInt(30);
            for (int part = 0; part < parts; part++) {
                noise.append(
                        random.nextInt(3) == 0 ? "\r\nDKIM-Signature:" : PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThatCode(() -> Scene.results(noise.toString(), new Zone(), NOW)).as(noise.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void giantsAreBounded() throws IOException, InterruptedException {
        Zone zone = new Zone().put(Draft.KEY_NAME, KEY);
        String names = new Draft().tag("h", "from" + ":a".repeat(30_000)).signed();
        assertThat(Scene.results(names, zone, NOW).word()).isEqualTo(ResultWord.PASS);
        String large = new Draft().top("X-Large: " + " x".repeat(400_000) + "\r\n").tag("h", "from:x-large").signed();
        assertThat(Scene.results(large, zone, NOW).word()).isEqualTo(ResultWord.PASS);
        String semicolons = "DKIM-Signature: " + ";".repeat(60_000) + "\r\n" + new Draft().unsigned();
        assertThat(Scene.results(semicolons, zone, NOW).word()).isEqualTo(ResultWord.PERMERROR);
        String hundred = ("DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=sel; h=from" + ":x".repeat(4000)
                + "; bh=AAAA; b=AAAA\r\n").repeat(100);
        assertThat(Scene.results(hundred + new Draft().unsigned(), zone, NOW).beyond()).isEqualTo(90);
    }
}
