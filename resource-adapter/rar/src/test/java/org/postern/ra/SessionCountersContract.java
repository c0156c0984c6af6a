package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What holds for whatever counts sessions. */
interface SessionCountersContract {
    /** {@return counters that have counted nothing yet} */
    SessionCounters counters();

    @Test
    default void nobodyIsCountedAtFirst() {
        assertThat(counters().count("mx")).isZero();
    }

    @Test
    default void thereIsRoomForAsManyAsMayBe() {
        SessionCounters counters = counters();
        assertThat(counters.enter("mx", 2)).isTrue();
        assertThat(counters.enter("mx", 2)).isTrue();
        assertThat(counters.enter("mx", 2)).isFalse();
        assertThat(counters.count("mx")).isEqualTo(2);
    }

    @Test
    default void whoWasNotLetInIsNotCounted() {
        SessionCounters counters = counters();
        counters.enter("mx", 1);
        counters.enter("mx", 1);
        counters.leave("mx");
        assertThat(counters.count("mx")).isZero();
    }

    @Test
    default void whoLeavesMakesRoom() {
        SessionCounters counters = counters();
        counters.enter("mx", 1);
        counters.leave("mx");
        assertThat(counters.enter("mx", 1)).isTrue();
    }

    @Test
    default void leavingWhereNobodyIsChangesNothing() {
        SessionCounters counters = counters();
        counters.leave("mx");
        assertThat(counters.count("mx")).isZero();
        assertThat(counters.enter("mx", 1)).isTrue();
        assertThat(counters.enter("mx", 1)).isFalse();
    }

    @Test
    default void keysHaveNothingToDoWithEachOther() {
        SessionCounters counters = counters();
        counters.enter("mx", 1);
        assertThat(counters.enter("mx 192.0.2.1", 1)).isTrue();
        counters.leave("mx 192.0.2.1");
        assertThat(counters.count("mx")).isEqualTo(1);
    }

    @Test
    default void aLimitMayBeLowerThanWhatThereIs() {
        SessionCounters counters = counters();
        counters.enter("mx", 2);
        counters.enter("mx", 2);
        assertThat(counters.enter("mx", 1)).isFalse();
        assertThat(counters.count("mx")).isEqualTo(2);
    }

    @Test
    default void manyAtOnceAreNoMoreThanMayBe() {
        SessionCounters counters = counters();
        AtomicInteger entered = new AtomicInteger();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                clients.execute(() -> entered.addAndGet(counters.enter("mx", 50) ? 1 : 0));
            }
        }
        assertThat(entered).hasValue(50);
        assertThat(counters.count("mx")).isEqualTo(50);
    }
}
