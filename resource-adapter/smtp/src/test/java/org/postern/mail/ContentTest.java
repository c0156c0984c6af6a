package org.postern.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

class ContentTest {
    private static final Content BODY = Content.of("body\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final Content WITH_TRACE = Content.join("Received: x\r\n".getBytes(StandardCharsets.US_ASCII), BODY);

    @Test
    void aTraceFieldGoesOnTopWithoutChangingTheRest() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        WITH_TRACE.writeTo(written);
        assertThat(written.toString(StandardCharsets.US_ASCII)).isEqualTo("Received: x\r\nbody\r\n");
        assertThat(WITH_TRACE.size()).isEqualTo(written.size());
    }

    @Test
    void canBeReadAgainAndAgain() throws IOException {
        assertThat(WITH_TRACE.open().readAllBytes()).isEqualTo(WITH_TRACE.open().readAllBytes());
        assertThat(BODY.open().readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("body\r\n");
    }
}
