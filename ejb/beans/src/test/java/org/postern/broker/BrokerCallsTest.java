package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class BrokerCallsTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final BrokerCalls calls = new BrokerCalls(() -> now);

    @AfterEach
    void leaveNoInterruption() {
        Thread.interrupted();
    }

    private boolean isInterruptedAfter(Duration time) {
        now = now.plus(time);
        calls.interruptOverdue();
        return Thread.currentThread().isInterrupted();
    }

    @Test
    void interruptsWhatTakesTooLong() {
        BrokerCalls.Call call = calls.begin(0);
        assertThat(isInterruptedAfter(BrokerCalls.LIMIT)).isFalse();
        assertThat(isInterruptedAfter(Duration.ofMillis(1))).isTrue();
        call.end();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void givesLargeContentMoreTime() {
        calls.begin(20 << 20);
        assertThat(isInterruptedAfter(BrokerCalls.LIMIT.plusSeconds(20))).isFalse();
        assertThat(isInterruptedAfter(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void leavesAloneWhatIsOver() {
        calls.begin(0).end();
        assertThat(isInterruptedAfter(Duration.ofDays(1))).isFalse();
    }

    @Test
    void keepsAnInterruptionThatCameFromElsewhere() {
        BrokerCalls.Call call = calls.begin(0);
        Thread.currentThread().interrupt();
        call.end();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
