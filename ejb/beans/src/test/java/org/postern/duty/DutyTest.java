package org.postern.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class DutyTest {
    private final List<String> told = new ArrayList<>();
    private final Deque<Throwable> faults = new ArrayDeque<>();
    private int turns;

    private void take() throws Exception {
        turns++;
        switch (faults.poll()) {
            case null -> {
            }
            case Error fault -> throw fault;
            case Exception fault -> throw fault;
            case Throwable other -> throw new AssertionError(other);
        }
    }

    @Test
    void goesOnWhateverIsThrown() {
        faults.addAll(List.of(new IllegalStateException("away"), new StackOverflowError(), new IOException()));
        Duty duty = new Duty(Sentence.asItIs("looking"), this::take, e -> told.add(Duty.words(e)));
        for (int i = 0; i < 4; i++) {
            duty.run();
        }
        assertThat(turns).isEqualTo(4);
        assertThat(told).containsExactly("away");
    }

    @Test
    void tellsAgainWhenItHadGoneWell() {
        Duty duty = new Duty(Sentence.asItIs("looking"), this::take, e -> told.add(Duty.words(e)));
        faults.add(new IllegalStateException("first"));
        duty.run();
        duty.run();
        faults.add(new NoClassDefFoundError());
        duty.run();
        assertThat(told).containsExactly("first", "java.lang.NoClassDefFoundError");
    }

    @Test
    void waitsAndGoesOnAfterAnErrorToo() {
        CountDownLatch end = new CountDownLatch(1);
        BackOff backOff = new BackOff(end, e -> told.add(Duty.words(e)), () -> {
        }, 1);
        faults.addAll(List.of(new StackOverflowError("deep"), new IllegalStateException()));
        backOff.untilTheEnd(() -> {
            take();
            end.countDown();
        });
        assertThat(turns).isEqualTo(3);
        assertThat(told).containsExactly("deep");
    }
}
