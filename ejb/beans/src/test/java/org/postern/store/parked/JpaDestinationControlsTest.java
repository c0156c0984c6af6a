package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.delivery.gate.DestinationControl;
import org.postern.delivery.gate.DestinationControls;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

class JpaDestinationControlsTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final String THERE = "mx:example.net";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DestinationControls controls = DATABASE.inTransactions(DestinationControls.class,
            JpaDestinationControls::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void limit(int places) {
        controls.change(THERE, one -> one.limited(OptionalInt.of(places), OptionalInt.empty(), "bob", NOON));
    }

    @Test
    void changesWhatWasSaidAndForgetsWhatSaysNothing() {
        controls.change(THERE, one -> one.paused(true, "alice", NOON));
        limit(2);
        assertThat(controls.all()).containsExactly(
                new DestinationControl(THERE, true, OptionalInt.of(2), OptionalInt.empty(), "bob", NOON));
        controls.change(THERE, one -> DestinationControl.nothing(THERE));
        assertThat(controls.all()).isEmpty();
        controls.change(THERE, one -> one);
        assertThat(controls.all()).isEmpty();
    }

    @Test
    void ofTwoChangesAtOnceNoneIsLost() throws Exception {
        limit(1);
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> other = new FutureTask<>(() -> {
            begun.countDown();
            limit(2);
            return true;
        });
        controls.change(THERE, one -> {
            Thread.ofVirtual().start(other);
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return one.paused(true, "alice", NOON);
        });
        assertThat(other.get()).isTrue();
        assertThat(controls.all()).containsExactly(
                new DestinationControl(THERE, true, OptionalInt.of(2), OptionalInt.empty(), "bob", NOON));
    }
}
