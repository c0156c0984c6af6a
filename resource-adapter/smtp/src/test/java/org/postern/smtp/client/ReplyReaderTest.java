package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.postern.smtp.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

class ReplyReaderTest {
    private static Reply read(String said) throws IOException {
        return new ReplyReader(new RecordingTransport(said, 1)).read();
    }

    @Test
    void readsAReplyThatComesOctetByOctet() throws IOException {
        ReplyReader reader = new ReplyReader(
                new RecordingTransport("250-2.1.0 one\r\n250-2.1.0 two\r\n250 2.1.0\r\n354 go\r\n", 1));
        assertThat(reader.read()).hasToString("250 2.1.0 one / two / ");
        assertThat(reader.read()).isEqualTo(Reply.of(354, "go"));
    }

    @Test
    void readsACodeWithoutText() throws IOException {
        assertThat(read("250\r\n")).isEqualTo(Reply.of(250, ""));
    }

    @Test
    void replacesControlCharacters() throws IOException {
        assertThat(read("550 5.1.1 no\u0007such\u001b[1m\r\n").lines()).containsExactly("no such [1m");
    }

    @Test
    void takesForTextWhatIsNoStatusOfItsClass() throws IOException {
        assertThat(read("550 4.1.1 no\r\n").status()).isEmpty();
        assertThat(read("250 2.1 ok\r\n").status()).isEmpty();
        assertThat(read("250 2.1.0.1 ok\r\n").status()).isEmpty();
        assertThat(read("250 2.1.2000 ok\r\n").status()).isEmpty();
        assertThat(read("354 3.0.0 go\r\n").status()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "25\r\n", "150 early\r\n", "650 late\r\n", "2x0 odd\r\n", "250ok\r\n",
            "250 ok\n",
            "250 unfinished", "250-one\r\n251 two\r\n"})
    void refusesWhatIsNoReply(String said) {
        assertThatThrownBy(() -> read(said)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAnEndlessLine() {
        assertThatThrownBy(() -> read("250 " + "x".repeat(ReplyReader.MAX_LINE))).hasMessageContaining("longer than");
    }

    @Test
    void keepsTheFirstLinesAndTheLastOfALongReply() throws IOException {
        String long1000 = "550-5.7.1 " + "x".repeat(990) + "\r\n";
        Reply reply = read("550-5.7.1 No\r\n" + long1000.repeat(100) + "550 5.7.1 ask the postmaster\r\n");
        assertThat(reply.lines()).hasSize(7).startsWith("No").endsWith("…", "ask the postmaster");
        assertThat(String.join("", reply.lines())).hasSizeLessThan(ReplyReader.MAX_TEXT + 100);
    }

    @Test
    void refusesAnEndlessReply() {
        assertThatThrownBy(() -> read("250-more\r\n".repeat(ReplyReader.MAX_LINES + 1)))
                .isInstanceOf(IOException.class);
    }
}
