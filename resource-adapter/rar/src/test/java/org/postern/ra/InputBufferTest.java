package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.smtp.server.SmtpSession.Stage;

import java.net.InetAddress;

class InputBufferTest {
    private static final int MEMORY = 400 * 1024;
    private static final int LARGE = 64 * 1024;
    private final Quota memory = Quota.of(MEMORY);

    private InputBuffer buffer() {
        return new InputBuffer(() -> memory.heldBy(InetAddress.ofLiteral("192.0.2.1")));
    }

    private static int filled(InputBuffer buffer, Stage stage) {
        int size = buffer.next(stage, 0).length;
        for (int i = 0; i < 10; i++) {
            size = buffer.next(stage, size).length;
        }
        return size;
    }

    @Test
    void aSessionThatIdlesHasLittle() {
        assertThat(buffer().next(Stage.COMMAND, 0)).hasSize(512);
    }

    @Test
    void commandsTakeNoMoreThanEachSessionMayHave() {
        assertThat(filled(buffer(), Stage.COMMAND)).isEqualTo(InputBuffer.COMMANDS);
        assertThat(memory.free()).isEqualTo(MEMORY);
    }

    @Test
    void aShortMessageComesWithOneReadIntoWhatEachSessionMayHave() {
        InputBuffer buffer = buffer();
        byte[] first = buffer.next(Stage.DATA, 6);
        assertThat(first).hasSize(InputBuffer.COMMANDS);
        assertThat(buffer.next(Stage.COMMAND, 4133)).isSameAs(first);
        assertThat(buffer.next(Stage.DATA, 6)).isSameAs(first);
        assertThat(memory.free()).isEqualTo(MEMORY);
    }

    @Test
    void contentThatFillsTheBufferGetsALargerOneThatStaysForTheNextMessage() {
        InputBuffer buffer = buffer();
        assertThat(filled(buffer, Stage.DATA)).isEqualTo(LARGE);
        assertThat(buffer.next(Stage.COMMAND, 10)).hasSize(LARGE);
        assertThat(memory.free()).isEqualTo(MEMORY - LARGE);
    }

    @Test
    void whoseMessageHasComeGivesTheLargerBufferBackWhereHalfOfAllIsHeld() {
        InputBuffer buffer = buffer();
        filled(buffer, Stage.DATA);
        Quota.Holding others = memory.heldBy(InetAddress.ofLiteral("198.51.100.1"));
        assertThat(others.grow(MEMORY * 3 / 8)).isTrue();
        assertThat(buffer.next(Stage.DATA, 10)).hasSize(LARGE);
        assertThat(buffer.next(Stage.COMMAND, 10)).hasSize(InputBuffer.COMMANDS);
        assertThat(memory.free()).isEqualTo(MEMORY * 5 / 8);
    }

    @Test
    void whereMemoryIsShortTheSmallBufferDoes() {
        assertThat(memory.heldBy(InetAddress.ofLiteral("198.51.100.1")).grow(MEMORY / 2)).isTrue();
        assertThat(memory.heldBy(InetAddress.ofLiteral("203.0.113.1")).grow(MEMORY / 4)).isTrue();
        assertThat(filled(buffer(), Stage.DATA)).isEqualTo(InputBuffer.COMMANDS);
    }

    @Test
    void aSessionThatEndsGivesItBack() {
        InputBuffer buffer = buffer();
        filled(buffer, Stage.DATA);
        buffer.free();
        assertThat(memory.free()).isEqualTo(MEMORY);
    }
}
