package org.postern.pipeline.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Verdict;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.notice.NoSignatures;
import org.postern.notice.NoticeComposer;
import org.postern.pipeline.letters.Receipts;
import org.postern.queue.Arrival;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.queue.WaitingMail.Released;
import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What becomes of mail that a person has released or sent elsewhere: from when its time counts, and what its sender hears. */
class ReleasedMailTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(6));
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final EventSource EVENTS = new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1)));

    private final List<Posting> posted = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private final MailQueue queue = new MailQueue() {
        @Override
        public void post(List<Posting> mail, List<Event> events) {
            posted.addAll(mail);
            told.addAll(events);
        }

        @Override
        public void tell(List<Event> events) {
            throw new UnsupportedOperationException();
        }
    };

    private ReleasedMail released() {
        QueueIds ids = new QueueIds(CLOCK, new Random(2));
        return new ReleasedMail(queue,
                new Receipts(new NoticeComposer(new Domain("gateway.example"), 1000, NoSignatures.SIGNER), ids, EVENTS),
                EVENTS, CLOCK);
    }

    private static ParkedMessage parked(Reason reason) {
        return parked(reason, "mx:example.net", MailQueue.OUTGOING, Parameters.NONE);
    }

    private static ParkedMessage parked(Reason reason, String destination, String queue, Parameters wishes) {
        Recipient to = new Recipient(new ForwardPath(new Mailbox("x", new Domain("example.net"))), wishes);
        Message message = new Message(new QueueId("0123456789ABCDEF"), new Envelope(
                ReversePath.of(new Mailbox("sender", new Domain("example.org"))), Parameters.NONE, List.of(to)),
                Content.of(new byte[0]));
        return new ParkedMessage("key",
                QueuedMail.of(message, Arrival.at(LONG_AGO)).to(Optional.of(Destination.parse(destination))), reason,
                Optional.of(NOW), queue, "");
    }

    private void release(ParkedMessage message) throws Exception {
        released().post(List.of(new Released(message, Optional.of("alice"))));
    }

    private Instant arrivedAfterReleaseOf(Reason reason) throws Exception {
        release(parked(reason));
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
    void whatWasQuarantinedIsNotJudgedAgain() throws Exception {
        release(parked(Reason.QUARANTINED));
        assertThat(posted.getFirst().mail().arrival().assessment().verdict()).isEqualTo(Verdict.RELEASED);
    }

    @Test
    void whatWasTriedAllTheTimeHasNoMoreThanBefore() throws Exception {
        assertThat(arrivedAfterReleaseOf(Reason.DEFERRED)).isEqualTo(LONG_AGO);
    }

    @Test
    void whoWantsToKnowIsToldWhenAnApplicationHasItInTheEnd() throws Exception {
        release(parked(Reason.QUARANTINED, "queue:orders", "orders", Parameters.of(Map.of("NOTIFY", "SUCCESS"))));
        assertThat(posted).extracting(Posting::queue).containsExactly("orders", MailQueue.INCOMING);
        assertThat(posted).extracting(posting -> posting.duplicateKey().orElseThrow())
                .containsExactly("released:key:0", "released:key:0>notice");
        assertThat(told).extracting(Event::kind)
                .containsExactly(EventKind.RELEASED, EventKind.HANDED_OVER, EventKind.BOUNCED);
    }

    @Test
    void nobodyElseIsToldOfSuccess() throws Exception {
        release(parked(Reason.HELD, "queue:orders", "orders", Parameters.NONE));
        release(parked(Reason.HELD, "mx:example.net", MailQueue.OUTGOING,
                Parameters.of(Map.of("NOTIFY", "SUCCESS"))));
        assertThat(posted).extracting(Posting::queue).containsExactly("orders", MailQueue.OUTGOING);
        assertThat(told).extracting(Event::kind)
                .containsExactly(EventKind.RELEASED, EventKind.HANDED_OVER, EventKind.RELEASED);
    }

    @Test
    void whatIsSentElsewhereHasAllOfItsTimeBeforeIt() {
        ChangedMail changed = new ChangedMail(queue, EVENTS, CLOCK);
        assertThat(changed.redirected(parked(Reason.DEFERRED), Destination.parse("host:relay.example:25"))
                .mail()
                .arrived()).isEqualTo(NOW);
        assertThat(changed.redirected(parked(Reason.HELD), new Mailbox("y", new Domain("example.com")))
                .mail()
                .arrived()).isEqualTo(NOW);
    }
}
