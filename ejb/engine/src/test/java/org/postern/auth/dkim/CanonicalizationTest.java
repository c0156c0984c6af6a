package org.postern.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.auth.dkim.canonical.Sha256;
import org.postern.mail.Content;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** The examples of RFC 6376, 3.4.5, and then whatever can be made of white space, line ends and letters. */
class CanonicalizationTest {
    private static final String HEADER = "A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n";
    private static final String BODY = " C \r\nD \t E\r\n\r\n\r\n";

    private static String fields(Canonicalization canonicalization) throws IOException {
        StringBuilder canonical = new StringBuilder();
        HeaderSection.of(Content.of(Reference.octets(HEADER)))
                .fields()
                .forEach(field -> canonical.append(Reference.text(canonicalization.field(field.octets()))));
        return canonical.toString();
    }

    /** The stream comes to this canonical body. */
    private static void check(String body, Canonicalization canonicalization, String canonical, int chunk)
            throws IOException {
        BodyNeed whole = BodyNeed.whole(canonicalization);
        BodyNeed some = new BodyNeed(canonicalization, 3);
        byte[] content = Reference.octets("A: b\r\n\r\n" + body);
        BodyHasher hasher = BodyHasher.of(HeaderSection.of(Content.of(content)), List.of(whole, some));
        for (int at = 0; at < content.length; at += chunk) {
            hasher.update(content, at, Math.min(chunk, content.length - at));
        }
        BodyHashes hashes = hasher.end();
        assertThat(hashes.length(canonicalization)).as(body).isEqualTo(canonical.length());
        assertThat(hashes.hash(whole)).as(body).hasValue(Sha256.digest().digest(Reference.octets(canonical)));
        String start = canonical.substring(0, Math.min(3, canonical.length()));
        assertThat(hashes.hash(some)).as(body).hasValue(Sha256.digest().digest(Reference.octets(start)));
    }

    @Test
    void relaxedFieldsAreThoseOfTheExample() throws IOException {
        assertThat(fields(Canonicalization.RELAXED)).isEqualTo("a:X\r\nb:Y Z\r\n");
    }

    @Test
    void simpleFieldsAreThoseOfTheExample() throws IOException {
        assertThat(fields(Canonicalization.SIMPLE)).isEqualTo("A: X\r\nB : Y\t\r\n\tZ  \r\n");
    }

    @Test
    void relaxedBodiesAreThoseOfTheExample() throws IOException {
        check(BODY, Canonicalization.RELAXED, " C\r\nD E\r\n", 100);
    }

    @Test
    void simpleBodiesAreThoseOfTheExample() throws IOException {
        check(BODY, Canonicalization.SIMPLE, " C \r\nD \t E\r\n", 100);
    }

    /** RFC 6376, 3.4.3 and 3.4.4, print these. */
    @Test
    void anEmptyBodyHasTheHashesThatTheRfcSays() throws IOException {
        byte[] content = Reference.octets("A: b\r\n\r\n");
        List<BodyNeed> needs = List.of(BodyNeed.whole(Canonicalization.SIMPLE),
                BodyNeed.whole(Canonicalization.RELAXED));
        BodyHasher hasher = BodyHasher.of(HeaderSection.of(Content.of(content)), needs);
        hasher.update(content, 0, content.length);
        BodyHashes hashes = hasher.end();
        assertThat(hashes.hash(needs.getFirst()))
                .hasValue(java.util.Base64.getDecoder().decode("frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY="));
        assertThat(hashes.hash(needs.getLast()))
                .hasValue(java.util.Base64.getDecoder().decode("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="));
    }

    @Test
    void bodiesInAnyPiecesComeToWhatWholeStringsComeTo() throws IOException {
        Random random = new Random(6376);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder();
            int parts = random.nextInt(12);
            for (int part = 0; part < parts; part++) {
                body.append(List.of(" ", "\t", "\r\n", "\r", "\n", "x", "yz", "\u00e4").get(random.nextInt(8)));
            }
            int chunk = 1 + random.nextInt(5);
            check(body.toString(), Canonicalization.RELAXED, Reference.body(body.toString(), true), chunk);
            check(body.toString(), Canonicalization.SIMPLE, Reference.body(body.toString(), false), chunk);
        }
    }

    @Test
    void fieldsOfAnyWhiteSpaceComeToWhatWholeStringsComeTo() {
        Random random = new Random(3_4_2);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder field = new StringBuilder(random.nextBoolean() ? "Name:" : "nAME \t:");
            int parts = random.nextInt(10);
            for (int part = 0; part < parts; part++) {
                field.append(List.of(" ", "\t", "\r\n ", "\r\n\t", "\r", "\n ", "x", "y:z").get(random.nextInt(8)));
            }
            field.append("\r\n");
            assertThat(Reference.text(Canonicalization.RELAXED.field(Reference.octets(field.toString()))))
                    .isEqualTo(Reference.field(field.toString(), true));
        }
    }

    @Test
    void linesLongerThanEveryBufferAndEmptyLinesWithoutEndAreHashedAsTheyPass() throws IOException {
        String lines = "x".repeat(40_000) + " \t ".repeat(1000) + "y\r\n" + "\r\n".repeat(5000);
        check(lines + "z", Canonicalization.RELAXED, Reference.body(lines + "z", true), 8192);
        check(lines, Canonicalization.SIMPLE, Reference.body(lines, false), 8191);
    }
}
