package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "90s,PT90S", "5m,PT5M", "4h,PT4H", "5d,PT120H", "0s,PT0S"})
    void readsDurations(String text, Duration duration) {
        assertThat(Units.duration(text)).isEqualTo(duration);
    }

    @Test
    void readsSizes() {
        assertThat(Units.octets("17")).isEqualTo(17);
        assertThat(Units.octets("2K")).isEqualTo(2048);
        assertThat(Units.octets("50M")).isEqualTo(52_428_800);
        assertThat(Units.octets("1G")).isEqualTo(1L << 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "5 m", "-5m", "5w", "1h30m", "9999999999999s"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Units.duration(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K", "1k", "1MB", "-1", "1.5M"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> Units.octets(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
