package org.postern.admin.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.flow.FlowCounts;
import org.postern.flow.FlowFigure;
import org.postern.flow.FlowFigures;
import org.postern.flow.FlowKind;
import org.postern.flow.FlowSpan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class FlowDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");

    private final List<FlowFigure> kept = new ArrayList<>();
    private final FlowDesk desk = new FlowDesk(new FlowFigures() {
        @Override
        public void add(String node, FlowFigure minute) {
            kept.add(minute);
        }

        @Override
        public List<FlowFigure> between(FlowSpan span, Instant from, Instant end) {
            return kept.stream()
                    .filter(one -> !one.begins().isBefore(from) && one.begins().isBefore(end))
                    .toList();
        }

        @Override
        public int forget(FlowSpan span, Instant before) {
            return 0;
        }
    }, InstantSource.fixed(NOW));

    private void received(String minute, long count) {
        kept.add(new FlowFigure(Instant.parse(minute), new FlowCounts(Map.of(FlowKind.RECEIVED, count))));
    }

    @Test
    void anHourHasAStepForEachMinuteAndTheLastIsThisOne() {
        received("2026-03-01T12:34:00Z", 3);
        received("2026-03-01T11:35:00Z", 2);
        received("2026-03-01T11:34:00Z", 9);
        FlowHistory hour = desk.history(FlowRange.HOUR);
        assertThat(hour.begins()).isEqualTo(Instant.parse("2026-03-01T11:35:00Z"));
        assertThat(hour.steps()).hasSize(60);
        assertThat(hour.steps().getFirst().of(FlowKind.RECEIVED)).isEqualTo(2);
        assertThat(hour.steps().getLast().of(FlowKind.RECEIVED)).isEqualTo(3);
        assertThat(hour.total().of(FlowKind.RECEIVED)).isEqualTo(5);
    }

    @Test
    void minutesOfADayAddUpToItsSteps() {
        received("2026-03-01T12:20:00Z", 1);
        received("2026-03-01T12:29:00Z", 1);
        received("2026-03-01T12:30:00Z", 1);
        FlowHistory day = desk.history(FlowRange.DAY);
        assertThat(day.steps()).hasSize(144);
        assertThat(day.steps().get(142).of(FlowKind.RECEIVED)).isEqualTo(2);
        assertThat(day.steps().get(143).of(FlowKind.RECEIVED)).isEqualTo(1);
    }

    @Test
    void everyRangeIsMadeOfWholeSteps() {
        for (FlowRange range : FlowRange.values()) {
            assertThat(range.step().multipliedBy(desk.history(range).steps().size())).isEqualTo(range.length());
            assertThat(Duration.between(desk.history(range).begins(), NOW)).isLessThanOrEqualTo(range.length());
        }
    }

    @Test
    void latelyAreTheLastMinutesThatAreOver() {
        received("2026-03-01T12:34:00Z", 100);
        received("2026-03-01T12:33:00Z", 1);
        received("2026-03-01T12:29:00Z", 2);
        received("2026-03-01T12:28:00Z", 100);
        assertThat(desk.lately().of(FlowKind.RECEIVED)).isEqualTo(3);
    }
}
