package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;

import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

class UntoldEventsTest {
    private final EventSource events = new EventSource(InstantSource.system(),
            new QueueIds(InstantSource.system(), RandomGenerator.getDefault()));
    private final UntoldEvents untold = new UntoldEvents();

    private List<Event> some(int count) {
        return Collections.nCopies(count, events.of(EventKind.REFUSED).event());
    }

    @Test
    void keepsWhatItIsGivenUntilItIsTaken() {
        untold.keep(some(2));
        untold.keep(some(1));
        assertThat(untold.take().events()).hasSize(3);
        assertThat(untold.take().events()).isEmpty();
    }

    @Test
    void countsWhatIsTooMuch() {
        untold.keep(some(UntoldEvents.MOST_KEPT - 1));
        untold.keep(some(3));
        untold.keep(some(5));
        UntoldEvents.Untold taken = untold.take();
        assertThat(taken.events()).hasSize(UntoldEvents.MOST_KEPT);
        assertThat(taken.lost()).isEqualTo(7);
    }
}
