package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.queue.Headroom;
import org.postern.queue.ParkedFilter;
import org.postern.queue.WaitingMail;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;

/** However an operation fails, it ends: one that does not keeps others from beginning. */
class OperationEndTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    private final OnParked what = new OnParked(new ParkedAct.Drop(),
            new Selection.Matching(ParkedFilter.everything()));
    private final Operation operation = new Operation("id", new ParkedAct.Drop().said(), what.subject(), "alice",
            CLOCK.instant());

    private OperationRun run() {
        WaitingMail ill = (WaitingMail) Proxy.newProxyInstance(WaitingMail.class.getClassLoader(),
                new Class<?>[]{WaitingMail.class}, (proxy, method, arguments) -> {
                    throw new StackOverflowError();
                });
        return new OperationRun(ill, keys -> 0, () -> new Headroom(queue -> OptionalLong.empty(), 10), CLOCK,
                what, operation, Duration.ofMillis(1));
    }

    @Test
    void itEndsWhereThereIsNoThreadForIt() {
        assertThat(run().isStartedOn(work -> {
            throw new RejectedExecutionException("the pool is full");
        })).isFalse();
        assertThat(operation.view().state()).isEqualTo(OperationView.State.BROKEN);
        assertThat(operation.view().fault().orElseThrow().toString()).contains("the pool is full");
    }

    @Test
    void itEndsByAnErrorToo() {
        assertThatThrownBy(() -> run().work()).isInstanceOf(StackOverflowError.class);
        assertThat(operation.view().state()).isEqualTo(OperationView.State.BROKEN);
    }

    @Test
    void itsEndIsNewsOnce() {
        assertThat(operation.isNews()).isFalse();
        operation.end(OperationView.State.DONE, CLOCK.instant());
        assertThat(operation.isNews()).isTrue();
        assertThat(operation.isNews()).isFalse();
    }
}
