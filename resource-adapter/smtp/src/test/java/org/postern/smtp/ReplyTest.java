package org.postern.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class ReplyTest {
    @Test
    void codeAndStatusOfDifferentClassesCannotBePaired() {
        assertThatThrownBy(() -> Reply.of(550, "4.1.1", "no")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reply.of(250, "5.0.0", "no")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\r\nb"})
    void noLineCanHoldALineEnd(String line) {
        assertThatThrownBy(() -> Reply.of(250, line)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 199, 600})
    void codesGoFrom200To599(int code) {
        assertThatThrownBy(() -> Reply.of(code, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAtLeastOneLine() {
        assertThatThrownBy(() -> new Reply(250, Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhetherItIsForGood() {
        assertThat(Reply.of(250, "2.0.0", "x").isPositive()).isTrue();
        assertThat(Reply.of(451, "4.0.0", "x").isTransient()).isTrue();
        assertThat(Reply.of(550, "5.0.0", "x").isPermanent()).isTrue();
        assertThat(Reply.of(354, "x").isPositive()).isTrue();
    }

    @Test
    void readsAsOneLine() {
        assertThat(Reply.of(550, "5.1.1", "No such user")).hasToString("550 5.1.1 No such user");
        assertThat(new Reply(250, Optional.empty(), List.of("a", "b"))).hasToString("250 a / b");
    }

    @Test
    void aStatusHasThreeNumbers() {
        assertThatThrownBy(() -> new EnhancedStatus(3, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnhancedStatus(5, 1000, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnhancedStatus(5, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalIsSignedOnItsLastLineWithinItsLength() {
        Reply reply = new Reply(550, Optional.empty(), List.of("No", "x".repeat(490)));
        assertThat(Reply.of(550, "5.7.1", "No").signed("s1")).isEqualTo(Reply.of(550, "5.7.1", "No [ref s1]"));
        assertThat(reply.signed("s1").lines()).containsExactly("No", "x".repeat(490), "[ref s1]");
        assertThat(reply.signed("s1").status()).contains(new EnhancedStatus(5, 0, 0));
    }
}
