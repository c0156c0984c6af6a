package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.WaitingMail;
import org.postern.routing.Destination;

import java.util.Optional;

/** How figures of what is parked are told apart. */
interface CountedMailContract {
    ParkedMessages parked();

    WaitingMail waiting();

    @Test
    default void countsByTheKindOfDestination() {
        parked().park(Parked.of("k1").build());
        parked().park(Parked.of("k2").build());
        ParkedMessage other = Parked.of("k3").build();
        parked().park(with("k3", other, Optional.of(Destination.parse("host:mail.example:25"))));
        parked().park(with("k4", other, Optional.empty()));

        assertThat(waiting().count(Optional.of(Destination.Kind.MX), 10)).isEqualTo(2);
        assertThat(waiting().count(Optional.of(Destination.Kind.MX), 1)).isEqualTo(1);
        assertThat(waiting().count(Optional.of(Destination.Kind.HOST), 10)).isEqualTo(1);
        assertThat(waiting().count(Optional.of(Destination.Kind.SINK), 10)).isZero();
        assertThat(waiting().count(Optional.empty(), 10)).isEqualTo(1);
    }

    private static ParkedMessage with(String key, ParkedMessage like, Optional<Destination> destination) {
        return new ParkedMessage(key, like.mail().to(destination), like.reason(), like.due(), like.queue(),
                like.lastReply());
    }
}
