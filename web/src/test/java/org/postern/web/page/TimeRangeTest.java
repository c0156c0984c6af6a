package org.postern.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class TimeRangeTest {
    private static TimeRange between(String from, String until) {
        return TimeRange.read("custom", from, until, "Europe/Berlin", Instant.EPOCH);
    }

    @Test
    void momentsAreThoseOfTheVisitor() {
        assertThat(between("2026-03-01T12:00", "")).isEqualTo(
                new TimeRange(Optional.of(Instant.parse("2026-03-01T11:00:00Z")), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01T00:00", "-999999999-01-01T00:00", "1999-12-31T23:59", "9999-12-31T23:59",
            "yesterday", "\0"})
    void whatNoDatabaseKnowsIsNoRestriction(String moment) {
        assertThat(between(moment, moment)).isEqualTo(between("", ""));
    }
}
