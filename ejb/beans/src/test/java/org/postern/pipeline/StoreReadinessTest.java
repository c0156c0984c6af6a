package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.smtp.Replies;

import java.util.List;

class StoreReadinessTest {
    private final StoreReadiness stores = new StoreReadiness();

    @Test
    void takesNothingBeforeSomebodyHasLooked() {
        assertThat(stores.atConnect()).contains(Replies.NOT_TAKING_MAIL);
        assertThat(stores.atMail()).contains(Replies.LOCAL_ERROR);
    }

    @Test
    void takesMailWhenNothingIsWrong() {
        stores.found(List.of());
        assertThat(stores.atConnect()).isEmpty();
        assertThat(stores.atMail()).isEmpty();
    }

    @Test
    void tellsAFullDiskFromAStoreThatIsGone() {
        stores.found(List.of(StoreReadiness.Fault.DATABASE));
        assertThat(stores.atMail()).contains(Replies.LOCAL_ERROR);
        stores.found(List.of(StoreReadiness.Fault.DISK));
        assertThat(stores.atMail()).contains(Replies.NO_ROOM);
        assertThat(stores.atConnect()).contains(Replies.NOT_TAKING_MAIL);
    }
}
