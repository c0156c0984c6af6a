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

    @Test
    void takesUpNoMoreBulkMailThanItsQueueIsShortOf() {
        Admission admission = new BulkHeadroom(OPEN, queue -> OptionalLong.of(8), 10);
        assertThat(admission.putOff(TO, Lane.BULK, NOON, NOON)).isEmpty();
        assertThat(admission.putOff(TO, Lane.BULK, NOON, NOON)).isEmpty();
        assertThat(admission.putOff(TO, Lane.BULK, NOON, NOON)).hasValueSatisfying(
                later -> assertThat(later).isAfter(NOON));
        assertThat(admission.putOff(TO, Lane.ORDINARY, NOON, NOON)).isEmpty();
    }

    @Test
    void countsForItselfWhereTheDepthIsNotKnown() {
        Admission admission = new BulkHeadroom(OPEN, queue -> OptionalLong.empty(), 1);
        assertThat(admission.putOff(TO, Lane.BULK, NOON, NOON)).isEmpty();
        assertThat(admission.putOff(TO, Lane.BULK, NOON, NOON)).isPresent();
    }
}
