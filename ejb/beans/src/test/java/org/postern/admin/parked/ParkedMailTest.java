package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.store.parked.ManyParked;

/** What a person is told of one message that waits. */
class ParkedMailTest {
    private final ManyParked many = new ManyParked();
    private final ParkedMail parked = new ParkedMail(many.waiting(), null, null, null);

    @Test
    void theLineOfAMessageIsFoundAmongMoreThanAPageOfTheSameName() {
        many.park(ParkedQuery.MAX_LIMIT + 5);
        String last = ManyParked.key(ParkedQuery.MAX_LIMIT + 4);
        assertThat(parked.line(last)).map(ParkedSummary::key).contains(last);
        assertThat(parked.line(ManyParked.key(0))).isPresent();
        assertThat(parked.line("gone")).isEmpty();
    }
}
