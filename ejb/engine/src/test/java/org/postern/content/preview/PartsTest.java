package org.postern.content.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.content.Part;
import org.postern.content.PartInspector;
import org.postern.content.MessageReader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What lies in a message, part by part. */
class PartsTest {
    private static final String MIXED = """
            From: a@b.example
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: multipart/alternative; boundary="y"

            --y
            Content-Type: text/plain; charset=ISO-8859-1
            Content-Transfer-Encoding: quoted-printable

            caf=E9
            --y
            Content-Type: text/html

            <p>caf&eacute;
            --y--
            --x
            Content-Type: application/pdf; name="a.pdf"
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            AAECAwQ=
            --x
            Content-Type: message/rfc822

            Content-Type: text/plain

            within
            --x--
            """.replace("\n", "\r\n");

    private static <T extends PartInspector> T read(String message, T inspector) throws IOException {
        MessageReader.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), inspector);
        return inspector;
    }

    @Test
    void thePartsInWhichNoOthersLieAreCounted() throws IOException {
        assertThat(read(MIXED, new LeafParts()).found())
                .extracting(LeafPart::number, leaf -> leaf.part().type(), LeafPart::size)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, "text/plain", 4L),
                        org.assertj.core.groups.Tuple.tuple(1, "text/html", 14L),
                        org.assertj.core.groups.Tuple.tuple(2, "application/pdf", 5L),
                        org.assertj.core.groups.Tuple.tuple(3, "text/plain", 6L));
    }

    @Test
    void textAndHtmlAreGatheredApart() throws IOException {
        assertThat(read(MIXED, new LongText(false)).texts()).containsExactly("caf\u00e9", "within");
        assertThat(read(MIXED, new LongText(true)).texts()).containsExactly("<p>caf&eacute;");
    }

    @Test
    void textIsCutWhereItIsTooMuchToRead() throws IOException {
        LongText exact = read("Subject: x\r\n\r\n" + "x".repeat(LongText.MOST), new LongText(false));
        assertThat(exact.isCut()).isFalse();
        LongText more = read("Subject: x\r\n\r\n" + "x".repeat(LongText.MOST + 1), new LongText(false));
        assertThat(more.isCut()).isTrue();
        assertThat(more.texts()).containsExactly("x".repeat(LongText.MOST));
    }

    @Test
    void onePartIsCopiedAsItIs() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        assertThat(read(MIXED, new PartCopy(2, target)).copied().flatMap(Part::fileName)).contains("a.pdf");
        assertThat(target.toByteArray()).containsExactly(0, 1, 2, 3, 4);
        assertThat(read(MIXED, new PartCopy(4, target)).copied()).isEmpty();
        assertThat(target.size()).isEqualTo(5);
    }
}
