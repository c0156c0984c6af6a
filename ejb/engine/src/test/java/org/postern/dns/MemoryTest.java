package org.postern.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class MemoryTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final List<String> asked = new ArrayList<>();
    private final Memory<String, String> memory = new Memory<>(() -> now,
            answer -> answer.startsWith("?") ? Duration.ofSeconds(30) : Duration.ofMinutes(10), 2);

    private String get(String key) {
        return memory.get(key, k -> {
            asked.add(k);
            return k + "!";
        });
    }

    @Test
    void asksOnceWithinTheTime() {
        assertThat(get("a")).isEqualTo("a!");
        now = now.plus(Duration.ofMinutes(10)).minusNanos(1);
        assertThat(get("a")).isEqualTo("a!");
        assertThat(asked).containsExactly("a");
    }

    @Test
    void whatIsGoodForNoTimeTakesNoPlace() {
        Memory<String, String> brief = new Memory<>(() -> now,
                answer -> answer.startsWith("?") ? Duration.ZERO : Duration.ofMinutes(10), 1);
        brief.get("a", key -> "known");
        brief.get("b", key -> "?");
        assertThat(brief.get("a", key -> "asked again")).isEqualTo("known");
        assertThat(brief.get("b", key -> "asked again")).isEqualTo("asked again");
    }

    @Test
    void asksAgainAfterwards() {
        get("a");
        now = now.plus(Duration.ofMinutes(10));
        get("a");
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void anAnswerSaysItselfHowLongItIsGood() {
        get("?");
        now = now.plus(Duration.ofSeconds(30));
        get("?");
        assertThat(asked).containsExactly("?", "?");
    }

    @Test
    void forgetsTheOneLongestUnusedWhenFull() {
        get("a");
        get("b");
        get("a");
        get("c");
        get("a");
        get("b");
        assertThat(asked).containsExactly("a", "b", "c", "b");
    }
}
