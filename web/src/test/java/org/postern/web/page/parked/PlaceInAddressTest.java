package org.postern.web.page.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.queue.ParkedQuery.Place;

import java.time.Instant;
import java.util.Optional;

class PlaceInAddressTest {
    @Test
    void aPlaceIsFoundAgain() {
        Place due = new Place(Optional.of(Instant.parse("2026-03-01T12:00:00.123Z")), "a/b key");
        assertThat(PlaceInAddress.parse(PlaceInAddress.text(due))).contains(due);
        Place held = new Place(Optional.empty(), "key");
        assertThat(PlaceInAddress.text(held)).isEqualTo("-/key");
        assertThat(PlaceInAddress.parse("-/key")).contains(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "yesterday/key", "/key"})
    void whatIsNoPlaceIsTheBeginning(String text) {
        assertThat(PlaceInAddress.parse(text)).isEmpty();
    }
}
