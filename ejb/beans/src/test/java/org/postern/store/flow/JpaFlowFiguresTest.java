package org.postern.store.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.flow.FlowCounts;
import org.postern.flow.FlowFigure;
import org.postern.flow.FlowFigures;
import org.postern.flow.FlowKind;
import org.postern.flow.FlowSpan;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class JpaFlowFiguresTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(2));
    private static final TestDatabase DATABASE = new TestDatabase();

    private final FlowFigures figures = DATABASE.inTransactions(FlowFigures.class, JpaFlowFigures::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static FlowFigure figure(Instant minute, FlowKind kind, long count) {
        return new FlowFigure(minute, new FlowCounts(Map.of(kind, count)));
    }

    @Test
    void aMinuteAddsUpOverTimesAndNodes() {
        figures.add("a", figure(NOON, FlowKind.RECEIVED, 2));
        figures.add("a", figure(NOON, FlowKind.RECEIVED, 3));
        figures.add("b", figure(NOON, FlowKind.REFUSED, 1));
        assertThat(figures.between(FlowSpan.MINUTE, NOON, LATER)).singleElement().satisfies(one -> {
            assertThat(one.begins()).isEqualTo(NOON);
            assertThat(one.counts().of(FlowKind.RECEIVED)).isEqualTo(5);
            assertThat(one.counts().of(FlowKind.REFUSED)).isEqualTo(1);
            assertThat(one.counts().of(FlowKind.DELIVERED)).isZero();
        });
    }

    @Test
    void minutesAddUpToTheirHour() {
        figures.add("a", figure(NOON, FlowKind.DELIVERED, 2));
        figures.add("a", figure(NOON.plusSeconds(60), FlowKind.DELIVERED, 3));
        figures.add("a", figure(NOON.plusSeconds(3600), FlowKind.DELIVERED, 7));
        assertThat(figures.between(FlowSpan.HOUR, NOON, LATER)).extracting(one -> one.counts().of(FlowKind.DELIVERED))
                .containsExactly(5L, 7L);
        assertThat(figures.between(FlowSpan.MINUTE, NOON, LATER)).hasSize(3);
    }

    @Test
    void whatEndsIsNotAmongThem() {
        figures.add("a", figure(NOON, FlowKind.FAILED, 1));
        assertThat(figures.between(FlowSpan.MINUTE, NOON.minusSeconds(60), NOON)).isEmpty();
        assertThat(figures.between(FlowSpan.MINUTE, NOON.plusSeconds(60), LATER)).isEmpty();
    }

    @Test
    void minutesAreForgottenAndTheirHoursStay() {
        figures.add("a", figure(NOON, FlowKind.FAILED, 1));
        figures.add("a", figure(LATER, FlowKind.FAILED, 1));
        assertThat(figures.forget(FlowSpan.MINUTE, LATER)).isEqualTo(1);
        assertThat(figures.between(FlowSpan.MINUTE, NOON, LATER)).isEmpty();
        assertThat(figures.between(FlowSpan.HOUR, NOON, LATER)).hasSize(1);
    }
}
