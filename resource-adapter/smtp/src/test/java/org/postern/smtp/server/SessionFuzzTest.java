package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Whatever a client sends, however it is split: no exception, only legal replies, and no message that is none. */
class SessionFuzzTest {
    private static final String[] PIECES = {"EHLO client.example\r\n", "EHLO client.example\r\n",
            "HELO [192.0.2.1]\r\n",
            "MAIL FROM:<a@client.example>\r\n", "MAIL FROM:<a@client.example>\r\n", "MAIL FROM:<> SIZE=5 BODY=7BIT\r\n",
            "RCPT TO:<b@test.example>\r\n", "RCPT TO:<b@test.example>\r\n", "RCPT TO:<broken@test.example>\r\n",
            "RCPT TO:<refused@test.example>\r\n", "DATA\r\n", "DATA\r\n", "DATA\r\n", "\r\n.\r\n", "\r\n.\r\n", ".",
            "\r", "\n", "\0",
            "\r\n", "text", "Subject: broken\r\n", "RSET\r\n", "NOOP\r\n", "VRFY a\r\n", "HELP\r\n", "<", ">", "@",
            "\"", "[IPv6:", " ",
            "\t", "\u00c3\u00bc", "\u00ff", "AUTH PLAIN =\r\n", "MAIL FROM:<", "RCPT TO:<\"", "=", "\n.\n"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyPiecesOfTheProtocolGetLegalReplies(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 250; round++) {
            StringBuilder octets = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                octets.append(PIECES[random.nextInt(PIECES.length)]);
            }
            run(octets.toString(), random);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void anyOctetsGetLegalReplies(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 250; round++) {
            byte[] octets = new byte[random.nextInt(300)];
            random.nextBytes(octets);
            String start = random.nextBoolean()
                    ? ""
                    : "EHLO a\r\nMAIL FROM:<a@b>\r\nRCPT TO:<b@test.example>\r\nDATA\r\n";
            run(start + new String(octets, StandardCharsets.ISO_8859_1) + "\r\n.\r\nQUIT\r\n", random);
        }
    }

    private static void run(String octets, Random random) {
        TestSession session = new TestSession();
        int at = 0;
        while (at < octets.length()) {
            int end = Math.min(octets.length(), at + 1 + random.nextInt(random.nextBoolean() ? 3 : 80));
            session.feed(octets.substring(at, end), Integer.MAX_VALUE);
            at = end;
        }
        session.session.lost();
        assertThat(session.store.open()).as("contents not freed").isZero();
        assertLegal(session.replies(), session.receiver.refusals.size());
        for (String queued : session.receiver.queued) {
            String content = queued.substring(queued.indexOf("\r\n\r\n") + 4);
            boolean wholeLines = content.isEmpty() || content.endsWith("\r\n");
            assertThat(wholeLines && isWithout(content.replace("\r\n", ""), "\r\n\0")).as(content).isTrue();
        }
    }

    private static boolean isWithout(String text, String characters) {
        return text.chars().noneMatch(c -> characters.indexOf(c) >= 0);
    }

    private static void assertLegal(String replies, int refusals) {
        assertThat(replies).endsWith("\r\n");
        int refused = 0;
        for (String line : replies.split("\r\n", -1)) {
            assertThat(line.isEmpty() || isLegal(line)).as(line).isTrue();
            refused += line.startsWith("4") || line.startsWith("5") ? 1 : 0;
        }
        assertThat(refused).isEqualTo(refusals);
    }

    private static boolean isLegal(String line) {
        boolean needsNoStatus = line.startsWith("220 ") || line.startsWith("250") || line.startsWith("354 ");
        return line.length() <= 510 && (line.charAt(3) == ' ' || line.charAt(3) == '-')
                && (needsNoStatus || line.startsWith(line.charAt(0) + ".", 4))
                && line.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
