package org.postern.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever asks often is told what is known, and nobody waits for who is slow. */
class ReadingTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Runnable> waiting = new ArrayList<>();
    private long now;

    private Reading<Integer> reading() {
        return new Reading<>(asked::incrementAndGet, Runnable::run, () -> now);
    }

    @Test
    void manyWhoAskWithinTenSecondsCostOneQuestion() {
        Reading<Integer> reading = reading();
        assertThat(reading.now()).contains(1);
        now += Reading.GOOD_FOR.toNanos() - 1;
        assertThat(reading.now()).contains(1);
        now += 1;
        assertThat(reading.now()).contains(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatTookLongIsGoodForLonger() {
        Reading<Integer> reading = new Reading<>(() -> {
            now += Duration.ofSeconds(30).toNanos();
            return asked.incrementAndGet();
        }, Runnable::run, () -> now);
        assertThat(reading.now()).contains(1);
        now += Duration.ofMinutes(10).toNanos() - 1;
        assertThat(reading.now()).contains(1);
        now += 1;
        assertThat(reading.now()).contains(2);
    }

    @Test
    void whoDoesNotAnswerIsNotAskedTwiceAndHoldsNobodyUp() {
        Reading<Integer> reading = new Reading<>(asked::incrementAndGet, waiting::add, () -> now);
        assertThat(reading.now()).isEmpty();
        now += Duration.ofHours(1).toNanos();
        assertThat(reading.now()).isEmpty();
        assertThat(waiting).hasSize(1);
        waiting.getFirst().run();
        assertThat(reading.now()).contains(1);
    }

    @Test
    void aFaultIsNothingToTellAndIsTriedAgainLater() {
        Reading<Integer> reading = new Reading<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is gone");
            }
            return asked.get();
        }, Runnable::run, () -> now);
        assertThat(reading.now()).isEmpty();
        assertThat(reading.now()).isEmpty();
        assertThat(asked).hasValue(1);
        now += Reading.GOOD_FOR.toNanos();
        assertThat(reading.now()).contains(2);
    }
}
