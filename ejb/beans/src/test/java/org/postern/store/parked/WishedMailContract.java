package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.queue.ParkedMessage.Reason.DEFERRED;

import org.junit.jupiter.api.Test;
import org.postern.event.OutcomeWish;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.QueuedMail;
import org.postern.queue.WaitingMail;
import org.postern.queue.WaitingMail.Released;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an application wants to hear of its mail waits with it. */
interface WishedMailContract {
    ParkedMessages parked();

    WaitingMail waiting();

    @Test
    default void remembersWhatItsApplicationWantsToHearAndShowsItToNobody() throws Exception {
        OutcomeWish wish = new OutcomeWish("queue:answers", Optional.of("order-7"), OutcomeWish.USUAL);
        ParkedMessage plain = Parked.of("k1").build();
        QueuedMail mail = new QueuedMail(plain.mail().message(), plain.mail().arrival().wished(Optional.of(wish)),
                plain.mail().course());
        parked().park(new ParkedMessage("k1", mail, DEFERRED, plain.due(), plain.queue(), "451 later"));
        List<Released> all = new ArrayList<>();
        waiting().release(Parked.now(), 100, Parked.ALL, all::addAll);
        QueuedMail released = all.getFirst().message().mail();
        assertThat(released.arrival().wish()).contains(wish);
        assertThat(released.message().envelope()).isEqualTo(plain.mail().message().envelope());
    }
}
