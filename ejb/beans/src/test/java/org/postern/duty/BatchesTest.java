package org.postern.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

class BatchesTest {
    private static int done(Batches batches, Deque<Integer> there) {
        return batches.all(size -> there.pop());
    }

    @Test
    void aBatchThatIsNotFullIsTheLast() {
        Deque<Integer> there = new ArrayDeque<>(List.of(10, 10, 3, 10));
        assertThat(done(new Batches(10, 9), there)).isEqualTo(23);
        assertThat(there).hasSize(1);
        assertThat(done(new Batches(10, 9), new ArrayDeque<>(List.of(0)))).isZero();
    }

    @Test
    void thereAreNoMoreBatchesThanWereSaid() {
        Deque<Integer> there = new ArrayDeque<>(List.of(10, 10, 10));
        assertThat(done(new Batches(10, 2), there)).isEqualTo(20);
        assertThat(there).hasSize(1);
    }
}
