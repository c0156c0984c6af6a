package org.postern.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

class PaceTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private Instant now = Instant.EPOCH;
    private final Pace pace = new Pace(() -> now, 2);

    private void take(String key, int times) {
        IntStream.range(0, times).forEach(i -> pace.next(key, 60, HOUR));
    }

    @Test
    void aMinutesWorthIsDoneAtOnceAndTheRestEvenly() {
        for (int i = 0; i < 60; i++) {
            assertThat(pace.next("a", 60, HOUR)).contains(now);
        }
        assertThat(pace.next("a", 60, HOUR)).contains(now.plusSeconds(1));
        assertThat(pace.next("a", 60, HOUR)).contains(now.plusSeconds(2));
    }

    @Test
    void afterAPauseThereIsAMinutesWorthAgain() {
        take("a", 90);
        now = now.plusSeconds(90);
        for (int i = 0; i < 60; i++) {
            assertThat(pace.next("a", 60, HOUR)).contains(now);
        }
        assertThat(pace.next("a", 60, HOUR)).contains(now.plusSeconds(1));
    }

    @Test
    void whatComesInTimeNeverWaits() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(pace.next("a", 60, HOUR)).contains(now);
            now = now.plusSeconds(1);
        }
    }

    @Test
    void nobodyPaysForAnother() {
        take("a", 1_000);
        assertThat(pace.next("b", 60, HOUR)).contains(now);
    }

    @Test
    void whatWouldBeTooFarAwayIsNotCounted() {
        take("a", 70);
        Duration near = Duration.ofSeconds(10);
        assertThat(pace.next("a", 60, near)).isEqualTo(Optional.empty());
        assertThat(pace.next("a", 60, near)).isEqualTo(Optional.empty());
        now = now.plusSeconds(1);
        assertThat(pace.next("a", 60, near)).contains(now.plusSeconds(10));
    }

    @Test
    void moreThanAMinuteHasMayBeDoneInOne() {
        assertThat(pace.next("a", Integer.MAX_VALUE, HOUR)).contains(now);
    }

    @Test
    void noMoreKeysAreHeldThanMayBe() {
        take("a", 1_000);
        take("b", 1);
        take("c", 1);
        assertThat(pace.next("a", 60, HOUR)).contains(now);
    }
}
