package org.postern.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

class HeaderSectionTest {
    private static HeaderSection header(String text) throws IOException {
        return HeaderSection.of(Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findsAFieldWhateverItsCase() throws IOException {
        HeaderSection header = header("From: a\r\nsubject: hello\r\n\r\nSubject: body\r\n");
        assertThat(header.first("Subject")).contains("hello");
        assertThat(header.first("To")).isEmpty();
        assertThat(header.size()).isEqualTo(2);
        assertThat(header.isComplete()).isTrue();
    }

    @Test
    void countsFieldsOfOneName() throws IOException {
        HeaderSection header = header("Received: 1\r\nreceived : 2\r\nReceived-SPF: x\r\nRECEIVED: 3\r\n\r\n");
        assertThat(header.count("Received")).isEqualTo(3);
        assertThat(header.all("Received")).containsExactly("1", "2", "3");
    }

    @Test
    void unfoldsABody() throws IOException {
        HeaderSection header = header("Subject: one\r\n two\r\n\tthree\r\nTo: b\r\n\r\n");
        assertThat(header.first("Subject")).contains("one two\tthree");
    }

    @Test
    void readsUtf8() throws IOException {
        assertThat(header("Subject: gr\u00fc\u00df\r\n\r\n").first("subject")).contains("gr\u00fc\u00df");
    }

    @Test
    void endsAtTheEmptyLine() throws IOException {
        assertThat(header("\r\nSubject: body\r\n").size()).isZero();
        assertThat(header("").size()).isZero();
        assertThat(header("").isComplete()).isTrue();
        assertThat(header("").isWellFormed()).isTrue();
        assertThat(header("\r\nSubject: body\r\n").isWellFormed()).isTrue();
    }

    @Test
    void endsWhereNoFieldStands() throws IOException {
        HeaderSection header = header("Subject: a\r\njust text\r\nTo: b\r\n\r\n");
        assertThat(header.size()).isEqualTo(1);
        assertThat(header.isComplete()).isTrue();
        assertThat(header.isWellFormed()).isFalse();
    }

    @Test
    void isNotWellFormedWhereAContinuationComesFirst() throws IOException {
        assertThat(header(" From: a\r\nTo: b\r\n\r\n").isWellFormed()).isFalse();
        assertThat(header("From a\r\nTo: b\r\n\r\n").isWellFormed()).isFalse();
        assertThat(header("To: a\r\n b\r\n\r\njust text\r\n").isWellFormed()).isTrue();
    }

    @Test
    void readsASectionWithoutABody() throws IOException {
        HeaderSection header = header("Subject: a\r\nTo: b");
        assertThat(header.first("To")).contains("b");
        assertThat(header.isComplete()).isTrue();
        assertThat(header.isWellFormed()).isTrue();
    }

    @Test
    void findsTheEndWhereverABufferMayBeCut() throws IOException {
        for (int length = 4070; length < 4110; length++) {
            HeaderSection header = header("X: " + "x".repeat(length) + "\r\nTo: b\r\n\r\nCc: c\r\n");
            assertThat(header.size()).as("field of %d", length).isEqualTo(2);
            assertThat(header.isComplete()).isTrue();
        }
    }

    @Test
    void doesNotReadTheBody() throws IOException {
        byte[] octets = ("Subject: a\r\n\r\n" + "x".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
        ByteArrayInputStream in = new ByteArrayInputStream(octets);
        Content content = new Content() {
            @Override
            public long size() {
                return octets.length;
            }

            @Override
            public InputStream open() {
                return in;
            }
        };
        assertThat(HeaderSection.of(content).first("Subject")).contains("a");
        assertThat(in.available()).isGreaterThan(990_000);
    }

    @Test
    void isBoundedInOctets() throws IOException {
        HeaderSection header = header("X: " + "x".repeat(HeaderSection.MAX_OCTETS) + "\r\nTo: b\r\n\r\n");
        assertThat(header.first("To")).isEmpty();
        assertThat(header.isComplete()).isFalse();
        assertThat(header.isWellFormed()).isFalse();
    }

    @Test
    void isBoundedInFields() throws IOException {
        HeaderSection header = header("A: b\r\n".repeat(HeaderSection.MAX_FIELDS + 1) + "\r\n");
        assertThat(header.size()).isEqualTo(HeaderSection.MAX_FIELDS);
        assertThat(header.isComplete()).isFalse();
    }

    @Test
    void hasTheOctetsOfEachFieldAsTheyStand() throws IOException {
        HeaderSection header = header("Subject : a\r\n\tb\r\nTo:x\r\n\r\nbody");
        assertThat(header.fields()).extracting(HeaderField::name).containsExactly("Subject", "To");
        assertThat(header.fields()).extracting(field -> new String(field.octets(), StandardCharsets.UTF_8))
                .containsExactly("Subject : a\r\n\tb\r\n", "To:x\r\n");
        assertThat(header.fields().getLast().length()).isEqualTo(6);
    }

    @Test
    void saysWhereTheBodyBegins() throws IOException {
        assertThat(header("A: b\r\n\r\nbody").length()).isEqualTo(6);
        assertThat(header("\r\nbody").length()).isZero();
        assertThat(header("A: b\r\n").length()).isEqualTo(6);
    }
}
