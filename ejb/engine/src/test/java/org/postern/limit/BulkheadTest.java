package org.postern.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead(2);

    @Test
    void whoComesWhenSoManyAreInHearsThatItIsBusy() {
        try (var _ = bulkhead.enter("no"); var _ = bulkhead.enter("no")) {
            assertThatThrownBy(() -> bulkhead.enter("Try again soon.")).isInstanceOf(BusyException.class)
                    .hasMessage("Try again soon.");
            assertThat(bulkhead.tryEnter()).isEmpty();
        }
    }

    @Test
    void whoLeavesMakesRoomWhateverCameOfIt() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> {
                try (var _ = bulkhead.enter("busy")) {
                    throw new IllegalStateException("failed");
                }
            }).hasMessage("failed");
        }
        assertThat(bulkhead.tryEnter()).isPresent();
    }
}
