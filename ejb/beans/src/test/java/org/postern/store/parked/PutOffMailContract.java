package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.queue.ParkedMessage.Reason.DEFERRED;

import org.junit.jupiter.api.Test;
import org.postern.queue.Admission;
import org.postern.queue.Lane;
import org.postern.queue.LastTurns;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.queue.WaitingMail.Released;
import org.postern.routing.Destination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What becomes of mail whose time has come, and whose destination lets nobody in. */
interface PutOffMailContract {
    ParkedMessages parked();

    WaitingMail waiting();

    private static List<Released> release(WaitingMail waiting) throws QueueUnavailableException {
        List<Released> all = new ArrayList<>();
        waiting.release(Parked.now(), 100, Parked.ALL, all::addAll);
        return all;
    }

    @Test
    default void putsOffWhatIsNotAdmittedUntilItIsCalledBack() throws Exception {
        parked().park(Parked.of("k1").due(-10).build());
        parked().park(Parked.of("k2").build());
        parked().park(Parked.of("tried").due(60).build());

        assertThat(waiting().release(Parked.now(), 10, Parked.NONE, mail -> assertThat(mail).isEmpty()))
                .isEqualTo(new WaitingMail.Looked(0, 2));
        assertThat(release(waiting())).isEmpty();
        assertThat(waiting().list(ParkedQuery.first(10))).extracting(ParkedSummary::key)
                .containsExactly("tried", "k1", "k2");

        assertThat(waiting().recall(Destination.parse("mx:other.example"), Parked.now(), 10)).isZero();
        assertThat(waiting().recall(Parked.TWO, Parked.now(), 10)).isEqualTo(2);
        assertThat(release(waiting())).extracting(one -> one.message().key()).containsExactlyInAnyOrder("k1", "k2");
    }

    @Test
    default void asksNobodyAboutWhatAPersonSends() throws Exception {
        parked().park(Parked.of("k1").due(3600).build());
        waiting().bringForward(List.of("k1"), Parked.now(), "alice");
        assertThat(waiting().release(Parked.now(), 10, Parked.NONE, mail -> assertThat(mail).hasSize(1)).released())
                .isEqualTo(1);
    }

    @Test
    default void takesUpWhatIsAtItsEndWhateverTheGateThinksOfIt() throws Exception {
        ParkedMessage message = Parked.of("k1").build();
        parked().park(message);
        Admission young = new LastTurns(Parked.NONE,
                Duration.between(message.mail().arrived(), Parked.now()).plusDays(1));
        assertThat(waiting().release(Parked.now(), 10, young, mail -> assertThat(mail).isEmpty()).released()).isZero();
        parked().park(Parked.of("k2").build());
        Admission old = new LastTurns(Parked.NONE, Duration.ZERO);
        assertThat(waiting().release(Parked.now(), 10, old, mail -> assertThat(mail).hasSize(1)).released())
                .isEqualTo(1);
    }

    @Test
    default void keepsTheLaneOfWhatWaits() throws Exception {
        ParkedMessage plain = Parked.of("k1").build();
        parked().park(new ParkedMessage("k1", plain.mail().in(Lane.BULK), DEFERRED, plain.due(), MailQueue.BULK,
                plain.lastReply()));
        assertThat(release(waiting()).getFirst().message().mail().lane()).isEqualTo(Lane.BULK);
    }
}
