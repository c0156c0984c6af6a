package org.postern.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.sentence.Sentence;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class BreakerTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<String> told = new ArrayList<>();
    private final Breaker breaker = new Breaker("clamd", nanos::get, new ScannerWatch() {
        @Override
        public void leftOut(String scanner, String reason) {
            told.add(scanner + " out: " + reason);
        }

        @Override
        public void back(String scanner) {
            told.add(scanner + " back");
        }
    });

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.leave().orElseThrow().failed(Sentence.asItIs("refused"));
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void whoFailsFiveTimesInARowIsLeftOut() {
        fail(4);
        assertThat(breaker.state()).isEqualTo(new ScannerState.InUse(4, Sentence.asItIs("refused")));
        fail(1);
        assertThat(breaker.leave()).isEmpty();
        assertThat(breaker.state()).isEqualTo(new ScannerState.LeftOut(Breaker.PAUSE, Sentence.asItIs("refused")));
        assertThat(told).containsExactly("clamd out: refused");
    }

    @Test
    void whoAnswersInBetweenIsNot() {
        fail(4);
        breaker.leave().orElseThrow().succeeded();
        fail(4);
        assertThat(breaker.leave()).isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void oneMessageTriesItAfterAWhile() {
        fail(5);
        pass(Breaker.PAUSE);
        Breaker.Leave trial = breaker.leave().orElseThrow();
        assertThat(breaker.leave()).isEmpty();
        assertThat(breaker.state()).isEqualTo(new ScannerState.OnTrial(Sentence.asItIs("refused")));
        trial.succeeded();
        assertThat(breaker.state()).isEqualTo(new ScannerState.InUse(0, Sentence.asItIs("")));
        assertThat(told).containsExactly("clamd out: refused", "clamd back");
    }

    @Test
    void aTrialThatFailsBeginsAnotherPauseAndIsNotToldAgain() {
        fail(5);
        pass(Breaker.PAUSE);
        breaker.leave().orElseThrow().failed(Sentence.asItIs("still not there"));
        assertThat(breaker.leave()).isEmpty();
        pass(Breaker.PAUSE.minusNanos(1));
        assertThat(breaker.leave()).isEmpty();
        pass(Duration.ofNanos(1));
        assertThat(breaker.leave()).isPresent();
        assertThat(told).hasSize(1);
    }

    @Test
    void aTrialThatNobodyWaitsForIsLeftToAnother() {
        fail(5);
        pass(Breaker.PAUSE);
        breaker.leave().orElseThrow().unused();
        assertThat(breaker.leave()).isPresent();
    }

    @Test
    void whoBeganBeforeAndFailsAfterMakesThePauseNoLonger() {
        Breaker.Leave early = breaker.leave().orElseThrow();
        fail(5);
        pass(Breaker.PAUSE);
        early.failed(Sentence.asItIs("late"));
        assertThat(breaker.leave()).isPresent();
    }

    @Test
    void anEndCountsOnce() {
        fail(4);
        Breaker.Leave last = breaker.leave().orElseThrow();
        last.succeeded();
        last.failed(Sentence.asItIs("late"));
        assertThat(breaker.state()).isEqualTo(new ScannerState.InUse(0, Sentence.asItIs("")));
    }
}
