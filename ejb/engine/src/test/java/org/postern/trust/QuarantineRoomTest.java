package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class QuarantineRoomTest {
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private int waiting = 1;
    private int asked;
    private final QuarantineRoom room = new QuarantineRoom(() -> {
        asked++;
        return waiting;
    }, 3, () -> now);

    @Test
    void whatWasTakenSinceCountsUntilAllIsCountedAgain() {
        assertThat(room.take()).isTrue();
        assertThat(room.take()).isTrue();
        assertThat(room.take()).isFalse();
        waiting = 2;
        now = now.plusSeconds(9);
        assertThat(room.take()).isFalse();
        now = now.plusSeconds(1);
        assertThat(room.take()).isTrue();
        assertThat(room.take()).isFalse();
        assertThat(asked).isEqualTo(2);
    }
}
