package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.trust.QuarantineRoom.Held;

import java.time.Instant;

class QuarantineRoomTest {
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private Held waiting = new Held(1, 10);
    private int asked;
    private final QuarantineRoom room = new QuarantineRoom(() -> {
        asked++;
        return waiting;
    }, new Held(3, 100), () -> now);

    @Test
    void whatWasTakenSinceCountsUntilAllIsCountedAgain() {
        assertThat(room.take(10)).isEmpty();
        assertThat(room.take(10)).isEmpty();
        assertThat(room.take(10)).contains(TrustSettings.QUARANTINE_MOST);
        waiting = new Held(2, 20);
        now = now.plusSeconds(9);
        assertThat(room.take(10)).contains(TrustSettings.QUARANTINE_MOST);
        now = now.plusSeconds(1);
        assertThat(room.take(10)).isEmpty();
        assertThat(room.take(10)).contains(TrustSettings.QUARANTINE_MOST);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void fewLargeMessagesFillItToo() {
        assertThat(room.take(91)).contains(TrustSettings.QUARANTINE_SIZE);
        assertThat(room.take(90)).isEmpty();
        assertThat(room.take(1)).contains(TrustSettings.QUARANTINE_SIZE);
    }
}
