package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.postern.smtp.client.DataWriter.UnfitContentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class DataWriterTest {
    private final RecordingTransport transport = new RecordingTransport("", 1);

    private void write(String content, int step) throws IOException {
        byte[] octets = content.getBytes(StandardCharsets.UTF_8);
        DataWriter writer = new DataWriter(new Dialogue(transport), Duration.ofMinutes(3),
                octets.length);
        for (int i = 0; i < octets.length; i += step) {
            writer.write(octets, i, Math.min(step, octets.length - i));
        }
        writer.end();
    }

    @Test
    void sendsSmallContentInOneWriteWithItsEnd() throws IOException {
        write("a\r\nb\r\n", 100);
        assertThat(transport.text()).isEqualTo("a\r\nb\r\n.\r\n");
        assertThat(transport.writes).hasSize(1);
    }

    @Test
    void endsAnEmptyContentWithADotAlone() throws IOException {
        write("", 1);
        assertThat(transport.text()).isEqualTo(".\r\n");
    }

    @Test
    void completesTheLastLine() throws IOException {
        write("a", 1);
        assertThat(transport.text()).isEqualTo("a\r\n.\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void doublesDotsHoweverTheContentIsCut(int step) throws IOException {
        write(".\r\n..\r\na.\r\n\r\n.b\r\n", step);
        assertThat(transport.text()).isEqualTo("..\r\n...\r\na.\r\n\r\n..b\r\n.\r\n");
    }

    @Test
    void sendsLargeContentInBlocks() throws IOException {
        String content = (".".repeat(70) + "\r\n").repeat(2000);
        write(content, 8192);
        assertThat(transport.text()).isEqualTo(("." + ".".repeat(70) + "\r\n").repeat(2000) + ".\r\n");
        assertThat(transport.writes).hasSize(5).allMatch(length -> length <= BlockWriter.BLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n.\r\n", "a\n.\n", "a\r.\r\n", "a\r\n.\n", "a\r\r\n.\r\n", "\n", "a\r"})
    void neverPassesOnACrOrLfAlone(String content) {
        assertThatThrownBy(() -> write(content, 1)).isInstanceOf(UnfitContentException.class);
        assertThat(transport.writes).isEmpty();
    }
}
