package org.postern.limit;

import org.postern.sentence.Sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead(2);

    @Test
    void whoComesWhenSoManyAreInHearsThatItIsBusy() {
        try (var _ = bulkhead.enter(Sentence.asItIs("no")); var _ = bulkhead.enter(Sentence.asItIs("no"))) {
            assertThatThrownBy(() -> bulkhead.enter(Sentence.asItIs("Try again soon.")))
                    .isInstanceOf(BusyException.class)
                    .hasMessage("Try again soon.");
            assertThat(bulkhead.tryEnter()).isEmpty();
        }
    }

    @Test
    void whoLeavesMakesRoomWhateverCameOfIt() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> {
                try (var _ = bulkhead.enter(Sentence.asItIs("busy"))) {
                    throw new IllegalStateException("failed");
                }
            }).hasMessage("failed");
        }
        assertThat(bulkhead.tryEnter()).isPresent();
    }
}
