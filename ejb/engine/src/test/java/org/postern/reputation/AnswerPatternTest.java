package org.postern.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.Random;

class AnswerPatternTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.2, 127.0.0.2, true", "127.0.0.2, 127.0.0.3, false", "127.0.0.2-9, 127.0.0.9, true",
            "127.0.0.2-9, 127.0.0.10, false", "127.0.*.3, 127.0.200.3, true", "127.0.0.&4, 127.0.0.12, true",
            "127.0.0.&4, 127.0.0.8, false", "127.0.0.&6, 127.0.0.4, false", "127.*.*.*, 127.9.8.7, true",
            "127.0.0.2, ::7f00:2, false"})
    void saysWhichAnswersItMeans(String pattern, String answer, boolean allowed) {
        assertThat(AnswerPattern.parse(pattern).allows(InetAddress.ofLiteral(answer))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0", "127.0.0.2.3", "128.0.0.2", "127.0.0.256", "127.0.0.9-2", "127.0.0.-2",
            "127.0.0.2-", "127.0.0.&", "127.0.0.a", "/127.0.0.2/", "127.0.0.0002", "*.0.0.2"})
    void saysWhatIsWrongWithIt(String pattern) {
        assertThatThrownBy(() -> AnswerPattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'");
    }

    @Test
    void noTextMakesItThrowAnythingElse() {
        Random random = new Random(5782);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "127." : "");
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append("0123456789.&*-a \u00e4".charAt(random.nextInt(17)));
            }
            try {
                assertThat(AnswerPattern.parse(text.toString()).allows(InetAddress.ofLiteral("1.2.3.4"))).isFalse();
            } catch (IllegalArgumentException wrong) {
                assertThat(wrong).hasMessageContaining("'");
            }
        }
    }
}
