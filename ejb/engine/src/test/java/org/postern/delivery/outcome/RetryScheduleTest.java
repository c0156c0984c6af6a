package org.postern.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.Mail.NOON;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

class RetryScheduleTest {
    private static final List<Duration> STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    private final RetrySchedule exact = new RetrySchedule(STEPS, Duration.ofDays(5), 0);

    private static Instant next(RetrySchedule schedule, int attempts, Instant now) {
        return schedule.next(NOON, attempts, now, new Random(1)).orElseThrow();
    }

    @Test
    void takesOneStepAfterAnother() {
        assertThat(next(exact, 1, NOON)).isEqualTo("2026-03-01T12:01:00Z");
        assertThat(next(exact, 2, NOON)).isEqualTo("2026-03-01T12:05:00Z");
    }

    @Test
    void repeatsTheLastStep() {
        assertThat(next(exact, 40, NOON)).isEqualTo("2026-03-01T12:05:00Z");
    }

    @Test
    void makesTheLastAttemptWhenTheTimeIsOver() {
        Instant late = NOON.plus(Duration.ofDays(5)).minusSeconds(1);
        assertThat(next(exact, 9, late)).isEqualTo(NOON.plus(Duration.ofDays(5)));
    }

    @Test
    void givesUpAfterThat() {
        Instant end = NOON.plus(Duration.ofDays(5));
        assertThat(exact.isOver(NOON, end)).isTrue();
        assertThat(exact.next(NOON, 9, end, new Random(1))).isEmpty();
    }

    @Test
    void straysNoFurtherThanItsJitter() {
        RetrySchedule straying = new RetrySchedule(STEPS, Duration.ofDays(5), 0.2);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            Instant due = straying.next(NOON, 1, NOON, random).orElseThrow();
            assertThat(due).isBetween(NOON.plusSeconds(48), NOON.plusSeconds(72));
        }
    }
}
