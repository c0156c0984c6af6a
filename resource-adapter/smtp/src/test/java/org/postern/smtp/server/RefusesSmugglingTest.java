package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What merely looks like the end of data does not end it (RFC 5321, 4.1.1.4), is not taken, and is not passed on. A server before or
 * behind this one that thinks otherwise would let one message carry another with a forged sender.
 */
class RefusesSmugglingTest {
    private static final List<String> LINE_ENDS = List.of("\r\n", "\n", "\r", "\r\r\n", "\n\r", "\0\r\n", "\r\0\n",
            "\r\n\0", "\u000b", "\u0085");

    /** Each dot between two line ends of which at least one is none. */
    static Stream<Arguments> lookAlikes() {
        List<Arguments> lookAlikes = new ArrayList<>();
        for (String before : LINE_ENDS) {
            for (String behind : LINE_ENDS) {
                if (!(before + "." + behind).contains("\r\n.\r\n")) {
                    lookAlikes.add(Arguments.of(visible(before + "." + behind), before + "." + behind));
                }
            }
        }
        return lookAlikes.stream();
    }

    private static String visible(String octets) {
        StringBuilder visible = new StringBuilder();
        octets.chars().forEach(c -> visible.append(c > ' ' && c < 127 ? (char) c : "<" + Integer.toHexString(c) + ">"));
        return visible.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookAlikes")
    void doesNotEndDataAt(String visible, String lookAlike) {
        String attack = "Subject: first\r\n\r\ntext" + lookAlike
                + "MAIL FROM:<evil@client.example>\r\nRCPT TO:<b@test.example>\r\nDATA\r\nSubject: second\r\n\r\n";
        for (int segment : new int[]{1, 3, Integer.MAX_VALUE}) {
            TestSession session = TestSession.inTransaction();
            session.say("DATA");
            session.replies.reset();
            session.feed(attack, segment);
            assertThat(session.replies()).as("an answer before the end").isEmpty();
            session.feed("\r\n.\r\n", segment);
            assertThat(session.replies().lines()).as("one answer to one message").hasSize(1);
            assertThat(session.receiver.queued).allSatisfy(RefusesSmugglingTest::isOneHarmlessMessage);
        }
    }

    /** Octets that nobody takes for a line end may pass, since only NUL, CR and LF are forbidden. */
    private static void isOneHarmlessMessage(String queued) {
        assertThat(queued.replace("\r\n", "")).doesNotContain("\r", "\n", "\0");
        assertThat(queued).doesNotContain("\r\n.\r\n").contains("Subject: second");
    }
}
