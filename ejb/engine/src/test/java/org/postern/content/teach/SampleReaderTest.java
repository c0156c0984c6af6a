package org.postern.content.teach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.content.learn.Label;
import org.postern.content.learn.Sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

class SampleReaderTest {
    private static Sample read(String mail) throws IOException {
        return SampleReader.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)), Label.SPAM,
                Instant.EPOCH);
    }

    @Test
    void theSameMessageHasTheSameKeyByWhateverWayItCame() throws IOException {
        Sample sent = read("From: a@b.example\r\nSubject: x\r\n\r\none\r\n\r\ntwo\r\n");
        Sample kept = read(
                "Received: by c.example\nFrom: a@b.example\nX-Spam-Flag: YES\nSubject:  x\n\none\n\ntwo\n\n");
        assertThat(kept.key()).isEqualTo(sent.key()).matches("[0-9a-f]{64}");
        assertThat(kept.label()).isEqualTo(Label.SPAM);
        assertThat(kept.features().size()).isPositive();
    }

    @Test
    void anotherBodyOrSubjectHasAnotherKey() throws IOException {
        String key = read("Subject: x\n\none\n").key();
        assertThat(read("Subject: y\n\none\n").key()).isNotEqualTo(key);
        assertThat(read("Subject: x\n\ntwo\n").key()).isNotEqualTo(key);
        assertThat(read("Subject: x\n").key()).isNotEqualTo(key);
    }
}
