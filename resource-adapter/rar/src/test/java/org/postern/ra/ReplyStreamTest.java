package org.postern.ra;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class ReplyStreamTest {
    private final List<String> segments = new ArrayList<>();
    private final ReplyStream replies = new ReplyStream(
            (octets, offset, length) -> segments.add(new String(octets, offset, length, US_ASCII)),
            new SessionDeadlines(new SmtpActivationSpec().settings().patience(), () -> 0));

    @Test
    void repliesTravelTogether() throws IOException {
        replies.write("250 a\r\n".getBytes(US_ASCII));
        replies.write("250 b\r\n".getBytes(US_ASCII));
        replies.flush();
        assertThat(segments).containsExactly("250 a\r\n250 b\r\n");
    }

    @Test
    void moreThanThereIsRoomForGoesEarlyAndInOrder() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            byte[] line = ("250 " + "x".repeat(i) + "\r\n").getBytes(US_ASCII);
            all.write(line);
            replies.write(line);
        }
        byte[] huge = "y".repeat(10_000).getBytes(US_ASCII);
        all.write(huge);
        replies.write(huge);
        replies.flush();
        assertThat(String.join("", segments)).isEqualTo(all.toString(US_ASCII));
    }

    @Test
    void aFlushWithoutRepliesSendsNothing() throws IOException {
        replies.flush();
        assertThat(segments).isEmpty();
    }

    @Test
    void itKnowsWhetherAnythingWasAnswered() throws IOException {
        assertThat(replies.repliedSince()).isFalse();
        replies.write('2');
        assertThat(replies.repliedSince()).isTrue();
        assertThat(replies.repliedSince()).isFalse();
    }
}
