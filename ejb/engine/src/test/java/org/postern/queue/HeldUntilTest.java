package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Parameters;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class HeldUntilTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Optional<Instant> held(String keyword, String value) {
        return HeldUntil.of(Parameters.of(Map.of(keyword, value)), NOON);
    }

    @Test
    void anIntervalCountsFromTheArrival() {
        assertThat(held("HOLDFOR", "3600")).contains(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void aTimeIsATimeInAnyZone() {
        assertThat(held("HOLDUNTIL", "2026-03-01T15:00:00+02:00")).contains(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void whatHasPassedHoldsNothing() {
        assertThat(held("HOLDUNTIL", "2026-03-01T11:59:59Z")).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodHoldsNothing() {
        assertThat(held("HOLDFOR", "soon")).isEmpty();
        assertThat(held("HOLDUNTIL", "tomorrow")).isEmpty();
        assertThat(HeldUntil.of(Parameters.NONE, NOON)).isEmpty();
    }
}
