package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.receiver.ProtocolRole;
import org.postern.smtp.wire.FutureRelease;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whatever a client sends, however it is split: no exception, only legal replies, and no message that is none. */
class SessionFuzzTest {
    private static final TestSession.Terms ALL = TestSession.Terms.PLAIN.with(SessionSettings.DEFAULT.with(
            new Services(true, _ -> true, true,
                    Optional.of(new FutureRelease(Duration.ofDays(1), () -> Instant.EPOCH)))))
            .with(List.of("PLAIN", "LOGIN"));
    private static final String[] PIECES = {"EHLO client.example\r\n", "EHLO client.example\r\n",
            "HELO [192.0.2.1]\r\n",
            "MAIL FROM:<a@client.example>\r\n", "MAIL FROM:<a@client.example>\r\n", "MAIL FROM:<> SIZE=5 BODY=7BIT\r\n",
            "RCPT TO:<b@test.example>\r\n", "RCPT TO:<b@test.example>\r\n", "RCPT TO:<broken@test.example>\r\n",
            "RCPT TO:<refused@test.example>\r\n", "DATA\r\n", "DATA\r\n", "DATA\r\n", "\r\n.\r\n", "\r\n.\r\n", ".",
            "\r", "\n", "\0",
            "\r\n", "text", "Subject: broken\r\n", "RSET\r\n", "NOOP\r\n", "VRFY a\r\n", "HELP\r\n", "<", ">", "@",
            "\"", "[IPv6:", " ",
            "\t", "\u00c3\u00bc", "\u00ff", "MAIL FROM:<", "RCPT TO:<\"", "=", "\n.\n", "STARTTLS\r\n", "STARTTLS\r\n",
            "AUTH PLAIN =\r\n", "AUTH PLAIN AGFsaWNlAHNlY3JldA==\r\n", "AUTH LOGIN\r\n", "AUTH LOGIN YWxpY2U=\r\n",
            "YWxpY2U=\r\n", "c2VjcmV0\r\n", "YnJva2Vu\r\n", "*\r\n", "AUTH\r\n", "BDAT 0\r\n", "BDAT 0 LAST\r\n",
            "BDAT 6\r\n", "BDAT 20 LAST\r\n", "BDAT 99999 LAST\r\n", "BDAT 9999999999 LAST\r\n", "BDAT -1\r\n", "BDAT",
            "LHLO client.example\r\n", "MAIL FROM:<\u00c3\u00bc@client.example> SMTPUTF8\r\n",
            "MAIL FROM:<> BODY=BINARYMIME\r\n", "MAIL FROM:<a@b> RET=HDRS ENVID=a+2Bb MT-PRIORITY=3\r\n",
            "MAIL FROM:<a@b> HOLDFOR=5\r\n", "MAIL FROM:<a@b> HOLDUNTIL=2026-01-02T04:00:00Z REQUIRETLS AUTH=<>\r\n",
            "RCPT TO:<\u00c3\u00bc@\u00c3\u00a4.test.example> ORCPT=utf-8;\u00c3\u00bc\r\n",
            "RCPT TO:<b@test.example> NOTIFY=NEVER ORCPT=rfc822;b\r\n", "ETRN client.example\r\n", "ETRN @\r\n",
            "XCLIENT ADDR=192.0.2.1 LOGIN=a\r\n", "XCLIENT ADDR=IPV6:::1 HELO=x\r\n", "XCLIENT ADDR=\r\n",
            "EXPN \u00c3\u00bc SMTPUTF8\r\n", "HELP BDAT\r\n", "TURN\r\n", "SMTPUTF8", "LAST", " SMTPUTF8\r\n"};
    /** What is said at once, one turn after the other. */
    private static final List<String> TURNS = List.of("EHLO client.example\r\n", "STARTTLS\r\n",
            "EHLO client.example\r\n",
            "AUTH LOGIN\r\n", "YWxpY2U=\r\n", "c2VjcmV0\r\n",
            "MAIL FROM:<\u00c3\u00bc@client.example> SMTPUTF8 BODY=BINARYMIME RET=HDRS\r\n",
            "RCPT TO:<b@test.example> NOTIFY=NEVER\r\nBDAT 5\r\n\r\n.\r\nBDAT 3 LAST\r\n\n.\n",
            "XCLIENT ADDR=192.0.2.1\r\n", "EHLO client.example\r\nMAIL FROM:<>\r\nRCPT TO:<b@test.example>\r\nDATA\r\n",
            "text\r\n..\r\n.\r\nVRFY b\r\nQUIT\r\n");

    private static final int OCTETS = TURNS.stream().mapToInt(String::length).sum();

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

    /** Each part arrives alone, cut once, so that no reply is waited for in vain. */
    @Test
    void aWholeSessionGoesTheSameWhereverItsSegmentsAreCut() {
        String uncut = replies(OCTETS);
        assertThat(uncut).endsWith("221 2.0.0 Bye\r\n").doesNotContain("[ref");
        for (int cut = 0; cut < OCTETS; cut++) {
            assertThat(replies(cut)).as("cut at %s", cut).isEqualTo(uncut);
        }
    }

    private static String replies(int cut) {
        TestSession session = new TestSession(ALL);
        int at = 0;
        for (String turn : TURNS) {
            if (session.state() == SmtpSession.State.START_TLS) {
                session.handshake();
            }
            int inside = Math.clamp(cut - at, 0, turn.length());
            session.feed(turn.substring(0, inside), Integer.MAX_VALUE);
            session.feed(turn.substring(inside), Integer.MAX_VALUE);
            at += turn.length();
        }
        return session.replies();
    }

    private static TestSession.Terms terms(Random random) {
        ProtocolRole[] roles = ProtocolRole.values();
        TestSession.Terms terms = ALL.in(roles[random.nextInt(roles.length)]);
        return random.nextInt(3) == 0 ? terms.inTls() : terms;
    }

    private static void run(String octets, Random random) {
        TestSession session = new TestSession(random.nextInt(4) == 0 ? TestSession.Terms.PLAIN : terms(random));
        int at = 0;
        while (at < octets.length()) {
            int end = Math.min(octets.length(), at + 1 + random.nextInt(random.nextBoolean() ? 3 : 80));
            session.feed(octets.substring(at, end), Integer.MAX_VALUE);
            at = end;
            if (session.state() == SmtpSession.State.START_TLS) {
                session.handshake();
            }
        }
        session.session.lost();
        assertThat(session.store.open()).as("contents not freed").isZero();
        assertLegal(session.replies(), session.receiver.refusals.size());
        for (String queued : session.receiver.queued) {
            if (queued.contains("BINARYMIME")) {
                continue;
            }
            String content = queued.substring(queued.indexOf("\r\n\r\n") + 4);
            assertThat(isWithout(content.replace("\r\n", ""), "\r\n\0")).as(content).isTrue();
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
            boolean refusal = line.startsWith("4") || line.startsWith("5");
            refused += refusal && line.charAt(3) == ' ' ? 1 : 0;
            assertThat(!refusal || line.charAt(3) == '-' || line.endsWith("[ref s1]")).as(line).isTrue();
        }
        assertThat(refused).isGreaterThanOrEqualTo(refusals);
    }

    private static boolean isLegal(String line) {
        boolean needsNoStatus = line.startsWith("220 ") || line.startsWith("250") || line.startsWith("334 ")
                || line.startsWith("354 ");
        return line.length() <= 510 && (line.charAt(3) == ' ' || line.charAt(3) == '-')
                && (needsNoStatus || line.startsWith(line.charAt(0) + ".", 4))
                && line.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
