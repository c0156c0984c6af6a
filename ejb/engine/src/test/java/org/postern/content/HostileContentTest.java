package org.postern.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;

/** Whatever a stranger writes makes a value. That it does so in bounded time shows in that these tests end. */
class HostileContentTest {
    private static final int SEED = 12;
    private static final int TRIES = 1500;

    /** The same octets again and again, without being held. */
    private static InputStream repeated(String start, String again, int times) {
        byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
        byte[] chunk = again.repeat(Math.min(times, 1000)).getBytes(StandardCharsets.ISO_8859_1);
        return new SequenceInputStream(Collections
                .enumeration(Stream.concat(Stream.of(first), Collections.nCopies(times / 1000, chunk).stream())
                        .map(ByteArrayInputStream::new)
                        .toList()));
    }

    @Test
    void aThousandLevelsAreNotFollowed() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%1$04d\n\n--b%1$04d\n".formatted(i));
        }
        ReadMessage message = Mails.read(mail + "\nthe end\n");
        assertThat(message.structure().parts()).hasSize(ContentLimits.DEPTH + 1);
        assertThat(message.structure().exceeded()).contains(Exceeded.DEPTH);
    }

    @Test
    void aThousandMessagesInMessagesAreNotFollowed() {
        ReadMessage message = Mails.read("Content-Type: message/rfc822\n\n".repeat(1000) + "x\n");
        assertThat(message.structure().parts()).hasSize(ContentLimits.DEPTH + 1);
        assertThat(message.structure().exceeded()).contains(Exceeded.DEPTH);
    }

    @Test
    void ofAHundredThousandPartsTheFirstAreKept() {
        ReadMessage message = Mails
                .read("Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\na\n".repeat(100_000) + "--x--\n");
        assertThat(message.structure().parts()).hasSize(ContentLimits.PARTS);
        assertThat(message.structure().exceeded()).containsExactly(Exceeded.PARTS);
    }

    @Test
    void aHeaderSectionWithoutEndIsNotHeld() throws IOException {
        ReadMessage message = MessageReader
                .read(repeated("Subject: first\r\n", "X-Field: some words of no use\r\n", 1_000_000));
        assertThat(message.first("subject")).isEqualTo("first");
        assertThat(message.fields().size()).isLessThanOrEqualTo(ContentLimits.FIELDS);
        assertThat(message.structure().exceeded()).contains(Exceeded.HEADER);
        assertThat(message.structure().size()).isEqualTo(16 + 31_000_000);
    }

    @Test
    void aFieldWithoutEndIsNotHeld() throws IOException {
        ReadMessage message = MessageReader
                .read(repeated("Subject: first\r\nTo: x\r\n", " <someone@somewhere.example>,\r\n", 1_000_000));
        assertThat(message.first("subject")).isEqualTo("first");
        assertThat(message.structure().exceeded()).contains(Exceeded.HEADER);
    }

    @Test
    void aLineWithoutEndIsNotHeld() throws IOException {
        ReadMessage message = MessageReader.read(repeated("Subject: first\r\nX-Long: ", "x", 20_000_000));
        assertThat(message.structure().exceeded()).contains(Exceeded.BROKEN);
        assertThat(message.structure().size()).isEqualTo(24 + 20_000_000);
    }

    @Test
    void aBodyOfOneLineWithoutEndIsOnlyCounted() throws IOException {
        ReadMessage message = MessageReader.read(repeated(
                "Content-Type: image/png\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", " ", 5_000_000));
        assertThat(message.structure().parts()).hasSize(1);
    }

    @Test
    void encodedWordsWithoutEndAreLeftAsTheyAre() {
        ReadMessage message = Mails.read("Subject: " + "=?utf-8?Q?a?=\n ".repeat(4000) + "\n\nx\n");
        assertThat(message.first("subject")).startsWith("aaaa").contains("=?utf-8?Q?a?=");
        assertThat(message.structure().exceeded()).contains(Exceeded.HEADER);
    }

    @Test
    void parametersWithoutEndAreLeftOut() {
        assertThat(Mails.read("Content-Type: text/html; " + "a=b;".repeat(15_000) + "charset=utf-8\n\nx\n")
                .structure()
                .parts()
                .getFirst()
                .type())
                .isEqualTo("text/html");
    }

    @Test
    void aSingleLetterChangedMakesNoException() {
        byte[] mail = Mails.octets("""
                Subject: =?utf-8?Q?f=C3=BCr?= =?utf-8?B?ZGljaA==?=
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: multipart/alternative; boundary=yy

                --yy
                Content-Type: text/html; charset="iso-2022-jp"
                Content-Transfer-Encoding: quoted-printable

                <a href=3D"http://a.example/b?c">d =E9=</a>
                --yy--
                --x
                Content-Type: message/rfc822
                Content-Transfer-Encoding: base64

                Q29udGVudC1UeXBlOiB0ZXh0L2h0bWwNCg0KPGI+
                --x
                Content-Disposition: attachment; filename*0*=UTF-8''a%20; filename*1="b.zip"
                Content-Transfer-Encoding: base64

                UEsDBBQAAAA=
                --x--
                """);
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            byte[] changed = mail.clone();
            for (int changes = random.nextInt(1, 20); changes > 0; changes--) {
                int at = random.nextInt(changed.length);
                changed[at] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : changed[random.nextInt(changed.length)];
            }
            ReadMessage message = Mails.read(changed);
            assertThat(message.structure().parts()).isNotEmpty();
            assertThat(message.structure().size()).isEqualTo(changed.length);
            message.texts().forEach(text -> Links.find(Html.read(text.characters(), new Html.Visitor() {
                @Override
                public void tag(String name) {}

                @Override
                public void attribute(String tag, String name, String value) {}
            }), link -> assertThat(link.host()).isNotEmpty()));
        }
    }
}
