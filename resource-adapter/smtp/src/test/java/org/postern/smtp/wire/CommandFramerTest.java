package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CommandFramerTest {
    private final CommandFramer framer = new CommandFramer(20);

    private List<CommandLine> lines(String octets) {
        ByteBuffer input = ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1));
        List<CommandLine> lines = new ArrayList<>();
        for (Optional<CommandLine> line = framer.next(input); line.isPresent(); line = framer.next(input)) {
            lines.add(line.get());
        }
        return lines;
    }

    private static CommandLine good(String text) {
        return new CommandLine(text, Optional.empty());
    }

    @Test
    void cutsAtCrlf() {
        assertThat(lines("NOOP\r\n\r\nQUIT\r\nrest")).containsExactly(good("NOOP"), good(""), good("QUIT"));
        assertThat(lines("\r\n")).containsExactly(good("rest"));
    }

    @Test
    void joinsWhatComesInPieces() {
        assertThat(lines("NO")).isEmpty();
        assertThat(lines("OP\r")).isEmpty();
        assertThat(lines("\n")).containsExactly(good("NOOP"));
    }

    @Test
    void passesOverALineThatIsTooLong() {
        CommandLine tooLong = new CommandLine("x".repeat(18), Optional.of(Violation.COMMAND_TOO_LONG));
        assertThat(lines("x".repeat(18) + "\r\n")).containsExactly(good("x".repeat(18)));
        assertThat(lines("x".repeat(19) + "\r\nNOOP\r\n")).containsExactly(tooLong, good("NOOP"));
    }

    @Test
    void doesNotWaitForTheEndOfALineFarTooLong() {
        assertThat(lines("x".repeat(70_000)).getFirst().violation()).contains(Violation.COMMAND_FAR_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"NO\\rOP\\r\\n, BARE_CR_IN_COMMAND", "NOOP\\r\\r\\n, BARE_CR_IN_COMMAND",
            "NOOP\\n, BARE_LF_IN_COMMAND", "NO\\0OP\\r\\n, CONTROL_IN_COMMAND", "\\0\\r\\n, FOREIGN_PROTOCOL"})
    void namesWhatIsNoCommandLine(String text, Violation violation) {
        String octets = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
        assertThat(lines(octets).getFirst().violation()).contains(violation);
    }

    @Test
    void readsAnotherAlphabetAsUtf8() {
        assertThat(lines("VRFY \u00c3\u00bc\r\n")).containsExactly(good("VRFY \u00fc"));
    }
}
