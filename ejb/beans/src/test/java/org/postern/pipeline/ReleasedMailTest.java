package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.event.Event;
import org.postern.event.EventSource;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.queue.WaitingMail.Released;
import org.postern.routing.Destination;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** From when the time of mail counts that a person has released or sent elsewhere. */
class ReleasedMailTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(6));
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final EventSource EVENTS = new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1)));

    private final List<Posting> posted = new ArrayList<>();
    private final MailQueue queue = new MailQueue() {
        @Override
        public void post(List<Posting> mail, List<Event> events) {
            posted.addAll(mail);
        }

        @Override
        public void tell(List<Event> events) {
            throw new UnsupportedOperationException();
        }
    };

    private static ParkedMessage parked(Reason reason) {
        Recipient to = Recipient.of(new Mailbox("x", new Domain("example.net")));
        Message message = new Message(new QueueId("0123456789ABCDEF"), new Envelope(
                ReversePath.of(new Mailbox("sender", new Domain("example.org"))), Parameters.NONE, List.of(to)),
                Content.of(new byte[0]));
        return new ParkedMessage("key",
                new QueuedMail(message, LONG_AGO, Optional.of(Destination.parse("mx:example.net")), 0), reason,
                Optional.of(NOW), MailQueue.OUTGOING, "");
    }

    private Instant arrivedAfterReleaseOf(Reason reason) throws Exception {
        new Resumption(queue, EVENTS, CLOCK).post(List.of(new Released(parked(reason), Optional.of("alice"))));
        return posted.getFirst().mail().arrived();
    }

    @Test
    void whatWasHeldHasAllOfItsTimeBeforeIt() throws Exception {
        assertThat(arrivedAfterReleaseOf(Reason.HELD)).isEqualTo(NOW);
    }

    @Test
    void whatWasQuarantinedHasAllOfItsTimeBeforeIt() throws Exception {
        assertThat(arrivedAfterReleaseOf(Reason.QUARANTINED)).isEqualTo(NOW);
    }

    @Test
    void whatWasTriedAllTheTimeHasNoMoreThanBefore() throws Exception {
        assertThat(arrivedAfterReleaseOf(Reason.DEFERRED)).isEqualTo(LONG_AGO);
    }

    @Test
    void whatIsSentElsewhereHasAllOfItsTimeBeforeIt() {
        Rearrangement rearrangement = new Rearrangement(queue, EVENTS, CLOCK);
        assertThat(rearrangement.redirected(parked(Reason.DEFERRED), Destination.parse("host:relay.example:25"))
                .mail()
                .arrived()).isEqualTo(NOW);
        assertThat(rearrangement.redirected(parked(Reason.HELD), new Mailbox("y", new Domain("example.com")))
                .mail()
                .arrived()).isEqualTo(NOW);
    }
}
