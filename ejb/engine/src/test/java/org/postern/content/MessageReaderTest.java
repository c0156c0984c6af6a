package org.postern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class MessageReaderTest {
    private static final String MIXED = """
            From: a@b.example
            Subject: two parts
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            preamble
            --x
            Content-Type: text/plain; charset=ISO-8859-1
            Content-Transfer-Encoding: quoted-printable

            caf=E9
            --x
            Content-Type: application/pdf; name="a.pdf"
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            AAECAwQ=
            --x--
            """;

    private static List<String> types(ReadMessage message) {
        return message.structure().parts().stream().map(Part::type).toList();
    }

    @Test
    void aPlainMessageIsOnePartOfText() {
        ReadMessage message = Mails.read("Subject: hello\n\nsome words\n");
        assertThat(message.structure().parts())
                .containsExactly(new Part(0, "text/plain", Optional.empty(), TransferEncoding.IDENTITY,
                        Optional.empty(), Disposition.NONE, 12));
        assertThat(message.fields()).containsExactly(new Field("Subject", "hello"));
        assertThat(message.texts()).containsExactly(new Text(false, "some words\r\n"));
        assertThat(message.structure().exceeded()).isEmpty();
    }

    @Test
    void eachPartIsDescribedAndItsTextDecoded() {
        ReadMessage message = Mails.read(MIXED);
        assertThat(types(message)).containsExactly("multipart/mixed", "text/plain", "application/pdf");
        assertThat(message.texts()).containsExactly(new Text(false, "café"));
        assertThat(message.structure().parts().getLast())
                .isEqualTo(new Part(1, "application/pdf", Optional.empty(), TransferEncoding.BASE64,
                        Optional.of("a.pdf"), Disposition.ATTACHMENT, 5));
        assertThat(message.structure().size()).isEqualTo(Mails.octets(MIXED).length);
    }

    @Test
    void onlyFieldsOfTheMessageItselfAreItsFields() {
        assertThat(Mails.read(MIXED).fields()).extracting(Field::name)
                .containsExactly("From", "Subject", "MIME-Version", "Content-Type");
    }

    @Test
    void anInspectorIsShownTheDecodedOctetsOfEachLeaf() {
        List<String> seen = new ArrayList<>();
        Mails.read(Mails.octets(MIXED), (part, octets) -> seen.add(part.type() + ' ' + octets.readAllBytes().length));
        assertThat(seen).containsExactly("text/plain 4", "application/pdf 5");
    }

    @Test
    void anInspectorNeedNotReadOn() {
        ReadMessage message = Mails.read(Mails.octets(MIXED), (_, octets) -> assertThat(octets.read()).isNotNegative());
        assertThat(message).isEqualTo(Mails.read(MIXED));
    }

    @Test
    void aMessageInAMessageIsTakenApart() {
        ReadMessage message = Mails.read("Content-Type: message/rfc822\n\nContent-Type: text/html\n\n<p>inside\n");
        assertThat(types(message)).containsExactly("message/rfc822", "text/html");
        assertThat(message.texts()).containsExactly(new Text(true, "<p>inside\r\n"));
    }

    @Test
    void aMultipartWithoutABoundaryIsOpaque() {
        ReadMessage message = Mails.read("Content-Type: multipart/mixed\n\n--x\n\nwords\n");
        assertThat(types(message)).containsExactly("multipart/mixed");
        assertThat(message.structure().exceeded()).isEmpty();
    }

    @Test
    void nothingHidesBehindThePaddingOfBase64() {
        List<String> seen = new ArrayList<>();
        String mail = "Content-Type: application/x\nContent-Transfer-Encoding: base64\n\nYQ==\nYmM=\nZGVm\n!Z#2g\n";
        Mails.read(Mails.octets(mail),
                (_, octets) -> seen.add(new String(octets.readAllBytes(), StandardCharsets.US_ASCII)));
        assertThat(seen).containsExactly("abcdefgh");
    }

    @Test
    void noMoreTextIsKeptThanTheBound() {
        String line = "0123456789 ".repeat(7) + '\n';
        ReadMessage message = Mails.read("Subject: long\n\n" + line.repeat(2000));
        assertThat(message.texts().getFirst().characters()).hasSize(ContentLimits.TEXT);
        assertThat(message.structure().exceeded()).containsExactly(Exceeded.TEXT);
        assertThat(message.structure().parts().getFirst().size()).isEqualTo((line.length() + 1) * 2000L);
    }

    @Test
    void textIsLookedForAtTheStartOfTheMessageOnly() {
        String mail = "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\n"
                + "x".repeat(500_000)
                + "\n--x\n\nlate words\n--x\nContent-Type: application/zip\n\nPK\n--x--\n";
        ReadMessage message = Mails.read(mail);
        assertThat(types(message)).endsWith("text/plain", "application/zip");
        assertThat(message.texts()).isEmpty();
        assertThat(message.structure().exceeded()).containsExactly(Exceeded.TEXT);
    }

    @Test
    void onlyAContentThatCannotBeReadIsAnError() {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(Mails.octets("Subject: x\n\nbody\n"))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (available() == 0) {
                    throw new IOException("the disk is gone");
                }
                return super.read(target, offset, length);
            }
        };
        assertThatThrownBy(() -> MessageReader.read(broken)).isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is gone");
    }

    @Test
    void nothingAtAllIsAMessageToo() {
        assertThat(types(Mails.read(""))).containsExactly("text/plain");
    }
}
