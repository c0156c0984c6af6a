package org.postern.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.applications.QueueReading.Figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** How much comes and goes, however many look. */
class FiguringTest {
    private static final String ORDERS = "queue:orders";

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private long added = 100;
    private long depth = 10;
    private int read;
    private final Figuring figuring = new Figuring(() -> {
        read++;
        return new QueueReading(true, now, Map.of(ORDERS, new Figures(depth, 0, 0, 1, added)), Set.of());
    }, () -> now);

    @Test
    void manyWhoLookAtTheSameTimeShareOneReading() {
        figuring.now();
        now = now.plusSeconds(2);
        figuring.now();
        assertThat(read).isOne();
        now = now.plusSeconds(2);
        figuring.now();
        assertThat(read).isEqualTo(2);
    }

    @Test
    void whatLeftIsWhatCameAndIsNotThere() {
        assertThat(figuring.rate(ORDERS)).isEmpty();
        now = now.plusSeconds(30);
        added = 130;
        depth = 20;
        assertThat(figuring.rate(ORDERS)).contains(new Figuring.Rate(60, 40));
        assertThat(figuring.rate("queue:other")).isEmpty();
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        figuring.now();
        added = 1000;
        now = now.plus(Duration.ofMinutes(2));
        figuring.now();
        now = now.plusSeconds(60);
        assertThat(figuring.rate(ORDERS)).contains(new Figuring.Rate(0, 0));
    }

    @Test
    void aBrokerThatBeganAnewHasNoNegativeRates() {
        figuring.now();
        now = now.plusSeconds(30);
        added = 5;
        depth = 5;
        assertThat(figuring.rate(ORDERS)).contains(new Figuring.Rate(0, 10));
    }
}
