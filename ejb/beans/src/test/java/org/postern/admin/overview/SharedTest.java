package org.postern.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** However many look, it is read once in a few seconds. */
class SharedTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int read;
    private final Shared<Integer> shared = new Shared<>(() -> ++read, () -> now);

    @Test
    void aReadingIsForAllWhoLookWithinItsTime() {
        assertThat(shared.now()).isOne();
        now = now.plus(Shared.GOOD_FOR).minusMillis(1);
        assertThat(shared.now()).isOne();
        now = now.plusMillis(1);
        assertThat(shared.now()).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsReadAgainByTheNext() {
        Shared<Integer> ill = new Shared<>(() -> {
            if (++read == 1) {
                throw new IllegalStateException("the database is away");
            }
            return read;
        }, () -> now);
        assertThatThrownBy(ill::now).hasMessageContaining("away");
        assertThat(ill.now()).isEqualTo(2);
    }
}
