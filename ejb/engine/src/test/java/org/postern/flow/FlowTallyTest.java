package org.postern.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.HeaderFacts;
import org.postern.receiver.Reason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class FlowTallyTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:30Z");
    private static final Instant MINUTE = Instant.parse("2026-11-01T12:00:00Z");

    private final FlowTally tally = new FlowTally("a");
    private final List<FlowFigure> kept = new ArrayList<>();

    private final FlowFigures figures = new FlowFigures() {
        @Override
        public void add(String node, FlowFigure minute) {
            kept.add(minute);
        }

        @Override
        public List<FlowFigure> between(FlowSpan span, Instant from, Instant end) {
            return List.of();
        }

        @Override
        public int forget(FlowSpan span, Instant before) {
            return 0;
        }
    };

    private static Event event(EventKind kind, Instant at, Verdict verdict) {
        return new Event(UUID.randomUUID().toString(), at, kind, Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(),
                Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(),
                Assessment.NONE.judged(verdict, Reason.NONE), HeaderFacts.NONE);
    }

    private static Event event(EventKind kind, Instant at) {
        return event(kind, at, Verdict.NONE);
    }

    @Test
    void eachEventCountsInItsMinute() {
        tally.count(List.of(event(EventKind.RECEIVED, NOON), event(EventKind.SUBMITTED, NOON),
                event(EventKind.DELIVERED, NOON.plusSeconds(40)), event(EventKind.PARKED, NOON)));
        tally.storeIn(figures);
        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst().begins()).isEqualTo(MINUTE);
        assertThat(kept.getFirst().counts().of(FlowKind.RECEIVED)).isEqualTo(2);
        assertThat(kept.getLast().begins()).isEqualTo(MINUTE.plusSeconds(60));
        assertThat(kept.getLast().counts().of(FlowKind.DELIVERED)).isEqualTo(1);
    }

    @Test
    void whatWasSetAsideCountsAsReceivedToo() {
        tally.count(List.of(event(EventKind.RECEIVED, NOON, Verdict.QUARANTINE)));
        tally.storeIn(figures);
        assertThat(kept.getFirst().counts().of(FlowKind.RECEIVED)).isEqualTo(1);
        assertThat(kept.getFirst().counts().of(FlowKind.QUARANTINED)).isEqualTo(1);
    }

    @Test
    void nothingIsStoredTwice() {
        tally.count(List.of(event(EventKind.RECEIVED, NOON)));
        tally.storeIn(figures);
        tally.storeIn(figures);
        assertThat(kept).hasSize(1);
    }

    @Test
    void whatCouldNotBeStoredIsKept() {
        tally.count(List.of(event(EventKind.FAILED, NOON)));
        assertThatThrownBy(() -> tally.storeIn(null)).isInstanceOf(RuntimeException.class);
        tally.count(List.of(event(EventKind.FAILED, NOON)));
        tally.storeIn(figures);
        assertThat(kept).singleElement()
                .satisfies(minute -> assertThat(minute.counts().of(FlowKind.FAILED)).isEqualTo(2));
    }

    @Test
    void beyondItsRoomEventsCountInTheOldestMinute() {
        for (int i = 0; i <= FlowTally.MOST; i++) {
            tally.count(List.of(event(EventKind.RECEIVED, NOON.plusSeconds(60L * i))));
        }
        tally.storeIn(figures);
        assertThat(kept).hasSize(FlowTally.MOST);
        assertThat(kept.getFirst().counts().of(FlowKind.RECEIVED)).isEqualTo(2);
    }
}
