package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class MisbehaviourTest {
    @Test
    void isReadInAnyOrderAndWrittenInOne() {
        Misbehaviour read = Misbehaviour.parse("delay=1500ms, cut=1%,defer=20%,refuse=5%");
        assertThat(read).isEqualTo(new Misbehaviour(20, 5, 1, Duration.ofMillis(1500)))
                .hasToString("defer=20%,refuse=5%,cut=1%,delay=1500ms");
        assertThat(Misbehaviour.parse(read.toString())).isEqualTo(read);
    }

    @Test
    void isNothingWhereNothingIsSaid() {
        assertThat(Misbehaviour.parse("")).isEqualTo(Misbehaviour.NONE).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"defer", "defer=20", "defer=x%", "defer=-1%", "defer=101%", "defer=60%,refuse=41%",
            "defer=1%,defer=1%", "delay=31s", "delay=2", "late=1%", "defer=1%,", ","})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Misbehaviour.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
