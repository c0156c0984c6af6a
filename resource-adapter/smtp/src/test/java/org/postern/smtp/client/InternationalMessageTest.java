package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

class InternationalMessageTest {
    private static final String PARTS = "Content-Type: multipart/mixed; boundary=b\n\n--b\n";

    private static boolean is(String text) throws IOException {
        return InternationalMessage.is(Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Subject: x", "Subject: x\n\nbl\u00e5\n", "\nbl\u00e5",
            PARTS + "Content-Type: text/plain\n\nbl\u00e5\n--b--\n",
            PARTS + "Content-Type: message/rfc822\n\nSubject: x\n\nbl\u00e5\n"})
    void whatItsBodyHoldsIsNoneOfIt(String text) throws IOException {
        assertThat(is(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: bl\u00e5", "Subject: x\n bl\u00e5\n\n", "A: b\nbl\u00e5: x\n\ntext",
            PARTS + "Content-Disposition: attachment; filename=bl\u00e5\n\ntext\n",
            PARTS + "Content-Type:\n message/rfc822\n\nSubject: bl\u00e5\n\ntext\n",
            PARTS + "\ntext\n--b\nX: bl\u00e5\n\ntext\n",
            "Content-Type: message/global\n\nSubject: bl\u00e5\n\n"})
    void anyHeaderSectionIs(String text) throws IOException {
        assertThat(is(text)).isTrue();
    }
}
