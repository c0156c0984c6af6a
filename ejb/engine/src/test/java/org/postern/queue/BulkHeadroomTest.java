package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.routing.Destination;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

class BulkHeadroomTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Destination TO = Destination.parse("mx:one.example");

    private static final Admission OPEN = (destination, lane, arrived, now) -> Optional.empty();

    private static int admitted(Admission admission, Lane lane) {
        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += admission.putOff(TO, lane, NOON, NOON).isEmpty() ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void takesUpNoMoreBulkMailThanItsQueueIsShortOf() {
        Admission admission = new BulkHeadroom(OPEN, queue -> OptionalLong.of(8), 30);
        assertThat(admitted(admission, Lane.BULK)).isEqualTo(22);
        assertThat(admission.putOff(TO, Lane.BULK, NOON, NOON)).hasValueSatisfying(
                later -> assertThat(later).isAfter(NOON));
        assertThat(admitted(admission, Lane.ORDINARY)).isEqualTo(100);
    }

    @Test
    void takesUpAFewHoweverMuchThereIs() {
        Admission admission = new BulkHeadroom(OPEN, queue -> OptionalLong.of(1_000_000), 30);
        assertThat(admitted(admission, Lane.BULK)).isEqualTo(10);
    }

    @Test
    void countsForItselfWhereTheDepthIsNotKnown() {
        Admission admission = new BulkHeadroom(OPEN, queue -> OptionalLong.empty(), 20);
        assertThat(admitted(admission, Lane.BULK)).isEqualTo(20);
    }
}
