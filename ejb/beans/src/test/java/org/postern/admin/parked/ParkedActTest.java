package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueId;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedSummary;
import org.postern.routing.Destination;

import java.time.Instant;
import java.util.Optional;

class ParkedActTest {
    private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = BEGUN.plusSeconds(60);

    static ParkedSummary line(Reason reason, Optional<Instant> due, Optional<String> destination, String recipient) {
        return new ParkedSummary("key", new QueueId("0123456789ABCDEF"), "a@one.example", recipient, 1, reason, due,
                destination, 0, BEGUN, 10, "", Optional.empty());
    }

    private static boolean isDone(ParkedAct act, Reason reason, Optional<Instant> due, String destination) {
        return act.isDone(line(reason, due, Optional.of(destination), "b@two.example"), BEGUN, NOW);
    }

    @Test
    void whatWasBroughtForwardIsNotBroughtForwardAgainWhereTheListMeetsIt() {
        ParkedAct retry = new ParkedAct.RetryNow();
        assertThat(isDone(retry, Reason.DEFERRED, Optional.of(BEGUN.plusSeconds(5)), "mx:x.example")).isTrue();
        assertThat(isDone(retry, Reason.DEFERRED, Optional.of(BEGUN.minusSeconds(5)), "mx:x.example")).isFalse();
        assertThat(isDone(retry, Reason.DEFERRED, Optional.of(NOW.plusSeconds(5)), "mx:x.example")).isFalse();
        assertThat(isDone(retry, Reason.HELD, Optional.empty(), "mx:x.example")).isFalse();
    }

    @Test
    void whatWasRedirectedIsNotRedirectedAgain() {
        Optional<Instant> moved = Optional.of(BEGUN.plusSeconds(5));
        ParkedAct redirect = new ParkedAct.RedirectTo(Destination.parse("host:relay.example:25"));
        assertThat(isDone(redirect, Reason.DEFERRED, moved, "host:relay.example:25")).isTrue();
        assertThat(isDone(redirect, Reason.DEFERRED, moved, "mx:x.example")).isFalse();
        ParkedAct replace = new ParkedAct.ReplaceRecipient(new Mailbox("c", new Domain("three.example")));
        assertThat(replace.isDone(line(Reason.DEFERRED, moved, Optional.empty(), "c@three.example"), BEGUN, NOW))
                .isTrue();
        assertThat(replace.isDone(line(Reason.DEFERRED, moved, Optional.empty(), "b@two.example"), BEGUN, NOW))
                .isFalse();
    }

    @Test
    void whatIsHeldIsNotHeldAgainUnlessItWasReleased() {
        ParkedAct hold = new ParkedAct.Hold();
        assertThat(isDone(hold, Reason.HELD, Optional.empty(), "mx:x.example")).isTrue();
        assertThat(isDone(hold, Reason.HELD, Optional.of(NOW), "mx:x.example")).isFalse();
    }
}
