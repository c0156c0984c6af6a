package org.postern.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.Set;

/** To which hosts a message leads. */
class LinkHostsTest {
    private static Set<String> hosts(String message) throws IOException {
        return LinkHosts.of(MessageReader.read(
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static Set<String> ofText(String text) throws IOException {
        return hosts("Content-Type: text/plain; charset=utf-8\n\n" + text);
    }

    private static Set<String> ofHtml(String html) throws IOException {
        return hosts("Content-Type: text/html; charset=utf-8\n\n" + html);
    }

    @Test
    void findsThoseOfLinksInText() throws IOException {
        assertThat(ofText(
                "see http://A.example/x, (https://me:pw@b.example:8443?q) <HTTPS://c.example.>, ftp://d.example mailto:x@e.example"))
                .containsExactly("a.example", "b.example", "c.example");
    }

    @Test
    void findsThoseThatHtmlOpensLoadsAndShows() throws IOException {
        assertThat(ofHtml("<a href='https://a.example/'>http://shown.example</a><img src=//b.example/pixel.gif>"
                + "<form action=\"http://c.example\"><body background=http://d.example/><p title='http://no.example'>"
                + "<a href=/local><a href='mailto:x@y.example'><!-- http://comment.example -->"))
                .containsExactlyInAnyOrder("a.example", "b.example", "c.example", "d.example", "shown.example");
    }

    @Test
    void findsThemHoweverTheyAreEncoded() throws IOException {
        String encoded = Base64.getEncoder()
                .encodeToString("http://in-base64.example/".getBytes(StandardCharsets.UTF_8));
        assertThat(hosts(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\n" + encoded
                        + "\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "<a href=3D'http://in-qp.exam=\nple/'>\n--b--\n"))
                .containsExactly("in-base64.example", "in-qp.example");
        assertThat(ofHtml("<a href='http://%65vil.example%2E/'><a href='http://&#101;ntity.example'>"))
                .containsExactly("evil.example", "entity.example");
    }

    @Test
    void countsEachOnceAndNoMoreThanFifty() throws IOException {
        StringBuilder text = new StringBuilder("http://same.example ".repeat(100));
        for (int i = 0; i < 100; i++) {
            text.append("http://h").append(i).append(".example ");
        }
        assertThat(ofText(text.toString())).hasSize(LinkHosts.MOST).startsWith("same.example", "h0.example");
    }

    @Test
    void nothingIsTooOddToRead() throws IOException {
        Random random = new Random(20260302);
        String[] pieces = {"http://", "https:", "//", "<a href=", "'", "\"", ">", "%", "%2", "%41", "@", ":", ".", "[",
                "]", "&#",
                "a.example", "\u00fc", "\\", "\n", " ", "?", "#"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(ofHtml(text.toString())).hasSizeLessThanOrEqualTo(LinkHosts.MOST)
                    .allMatch(host -> !host.isEmpty() && host.length() <= 253);
        }
    }
}
