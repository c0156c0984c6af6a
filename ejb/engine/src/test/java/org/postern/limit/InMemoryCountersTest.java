package org.postern.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class InMemoryCountersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private Instant now = Instant.EPOCH;
    private final InMemoryCounters counters = new InMemoryCounters(() -> now, 2);

    @Test
    void counts() {
        assertThat(counters.add("a", 1, MINUTE)).isEqualTo(1);
        assertThat(counters.add("a", 3, MINUTE)).isEqualTo(4);
        assertThat(counters.count("a", MINUTE)).isEqualTo(4);
        assertThat(counters.count("b", MINUTE)).isZero();
    }

    @Test
    void forgetsLittleByLittle() {
        counters.add("a", 100, MINUTE);
        now = now.plusSeconds(75);
        assertThat(counters.count("a", MINUTE)).isEqualTo(75);
        now = now.plusSeconds(30);
        assertThat(counters.count("a", MINUTE)).isEqualTo(25);
        now = now.plusSeconds(15);
        assertThat(counters.count("a", MINUTE)).isZero();
    }

    @Test
    void forgetsAfterALongTimeAtOnce() {
        counters.add("a", 100, MINUTE);
        now = now.plusSeconds(3600);
        assertThat(counters.add("a", 1, MINUTE)).isEqualTo(1);
    }

    @Test
    void holdsNoMoreKeysThanItMay() {
        counters.add("a", 1, MINUTE);
        counters.add("b", 1, MINUTE);
        counters.add("a", 1, MINUTE);
        counters.add("c", 1, MINUTE);
        assertThat(counters.count("b", MINUTE)).isZero();
        assertThat(counters.count("a", MINUTE)).isEqualTo(2);
    }

    @Test
    void forgetsWhenTold() {
        counters.add("a", 1, MINUTE);
        counters.clear("a");
        assertThat(counters.count("a", MINUTE)).isZero();
    }
}
