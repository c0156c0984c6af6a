package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.smtp.server.Dialogue.Exchange;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Each dialogue under {@code dialogues/} goes as it is written, however its octets are split. */
class DialogueTest {
    /** How the client's octets reach the server. */
    enum Split {
        /** Group by group, each answered before the next is sent. */
        AS_WRITTEN,
        /** One octet at a time. */
        OCTET_BY_OCTET,
        /** As few segments as RFC 2920 allows: only the reply to DATA is waited for. */
        PIPELINED
    }

    static Stream<Arguments> dialogues() throws IOException, URISyntaxException {
        Path folder = Path.of(DialogueTest.class.getResource("/dialogues").toURI());
        List<Arguments> arguments = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Dialogue dialogue = Dialogue.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
                String name = folder.relativize(file).toString().replace(".txt", "");
                splits(dialogue).forEach(split -> arguments.add(Arguments.of(name, split, dialogue)));
            }
        }
        return arguments.stream();
    }

    /** What is large costs too much one octet at a time, and tells no more. */
    private static List<Split> splits(Dialogue dialogue) {
        if (dialogue.splits() == Dialogue.Splits.AS_WRITTEN) {
            return List.of(Split.AS_WRITTEN);
        }
        if (dialogue.splits() == Dialogue.Splits.IN_TURNS) {
            return List.of(Split.AS_WRITTEN, Split.OCTET_BY_OCTET);
        }
        int octets = dialogue.exchanges().stream().mapToInt(exchange -> exchange.octets().length()).sum();
        return octets > 80_000 ? List.of(Split.AS_WRITTEN, Split.PIPELINED) : List.of(Split.values());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("dialogues")
    void goesAsWritten(String name, Split split, Dialogue dialogue) {
        TestSession session = new TestSession(dialogue.terms());
        List<Exchange> exchanges = split == Split.PIPELINED ? pipelined(dialogue.exchanges()) : dialogue.exchanges();
        for (Exchange exchange : exchanges) {
            if (exchange.handshake()) {
                session.handshake();
            }
            session.feed(exchange.octets(), split == Split.OCTET_BY_OCTET ? 1 : Integer.MAX_VALUE);
            assertThat(folded(lines(session.replies()), exchange.replies())).as(name)
                    .zipSatisfy(exchange.replies(), DialogueTest::assertLine);
            session.replies.reset();
        }
        assertThat(session.isClosed()).as("closed").isEqualTo(dialogue.closed());
        assertThat(session.receiver.queued.stream().flatMap(String::lines))
                .containsExactlyElementsOf(dialogue.queued());
        assertThat(session.receiver.refusals).as("refusals told")
                .hasSize((int) exchanges.stream()
                        .flatMap(e -> e.replies().stream())
                        .filter(line -> !line.startsWith(Dialogue.EHLO_REPLY) && isRefusal(line))
                        .count());
        session.session.lost();
        assertThat(session.store.open()).as("contents not freed").isZero();
        assertThat(session.receiver.exchanges).as("authentications abandoned")
                .allMatch(exchange -> exchange.abandoned() == 1);
    }

    /** Each reply to EHLO as one line, where that is enough; each refusal without its mark, which it has to have. */
    private static List<String> folded(List<String> lines, List<String> expected) {
        List<String> folded = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String wanted = folded.size() < expected.size() ? expected.get(folded.size()) : "";
            if (wanted.startsWith(Dialogue.EHLO_REPLY) && lines.get(at).startsWith("250-")) {
                folded.add(Dialogue.EHLO_REPLY + lines.get(at).substring(4));
                while (lines.get(at).startsWith("250-")) {
                    at++;
                }
            } else {
                folded.add(isRefusal(lines.get(at)) ? withoutMark(lines.get(at)) : lines.get(at));
            }
        }
        return folded;
    }

    private static String withoutMark(String line) {
        assertThat(line).as("the session's name").endsWith(" [ref s1]");
        return line.substring(0, line.length() - " [ref s1]".length());
    }

    private static void assertLine(String line, String expected) {
        if (expected.endsWith("*")) {
            assertThat(line).startsWith(expected.substring(0, expected.length() - 1));
        } else {
            assertThat(line).isEqualTo(expected);
        }
    }

    /** The last line of a 4xx or 5xx. */
    private static boolean isRefusal(String line) {
        return (line.startsWith("4") || line.startsWith("5")) && line.charAt(3) == ' ';
    }

    private static List<String> lines(String text) {
        assertThat(text.isEmpty() || text.endsWith("\r\n")).as("CRLF at the end").isTrue();
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        return text.isEmpty() ? List.of() : List.of(text.substring(0, text.length() - 2).split("\r\n", -1));
    }

    private static List<Exchange> pipelined(List<Exchange> exchanges) {
        List<Exchange> joined = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (joined.size() < 2 || joined.getLast().endsInData()) {
                joined.add(exchange);
                continue;
            }
            Exchange last = joined.removeLast();
            List<String> replies = new ArrayList<>(last.replies());
            replies.addAll(exchange.replies());
            joined.add(new Exchange(last.octets() + exchange.octets(), last.handshake(), replies));
        }
        return joined;
    }
}
