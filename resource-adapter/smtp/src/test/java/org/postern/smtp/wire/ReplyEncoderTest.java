package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class ReplyEncoderTest {
    private static String encoded(Reply reply) {
        return new String(ReplyEncoder.encode(reply), StandardCharsets.ISO_8859_1);
    }

    @Test
    void putsTheStatusInFrontOfEachLine() {
        Reply reply = new Reply(550, Optional.of(new EnhancedStatus(5, 1, 1)), List.of("one", "two"));
        assertThat(encoded(reply)).isEqualTo("550-5.1.1 one\r\n550 5.1.1 two\r\n");
        assertThat(encoded(Reply.of(354, "go on"))).isEqualTo("354 go on\r\n");
    }

    @Test
    void breaksALineThatIsTooLong() {
        String text = encoded(Reply.of(550, "5.1.1", "x".repeat(1200)));
        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(510));
        assertThat(lines.getFirst()).startsWith("550-5.1.1 x");
        assertThat(lines.getLast()).startsWith("550 5.1.1 x");
        assertThat(text.chars().filter(c -> c == 'x')).hasSize(1200);
    }

    @Test
    void sendsPrintableAsciiAlone() {
        Reply reply = Reply.of(550, "5.1.1", "\u001b[2J gr\u00fc\u00df\0");
        assertThat(encoded(reply)).isEqualTo("550 5.1.1 ?[2J gr???\r\n");
    }

    @Test
    void keepsALineWithoutText() {
        assertThat(encoded(Reply.of(250, ""))).isEqualTo("250 \r\n");
    }

    @Test
    void aChallengeIsNeverBroken() {
        String challenge = "QUFB".repeat(1000);
        assertThat(new String(ReplyEncoder.encode(Reply.of(334, challenge)), StandardCharsets.US_ASCII))
                .isEqualTo("334 " + challenge + "\r\n");
    }
}
