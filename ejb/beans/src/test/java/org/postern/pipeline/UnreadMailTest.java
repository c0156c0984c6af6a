package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.RetryPlan;
import org.postern.delivery.outcome.RetryPlans;
import org.postern.delivery.outcome.RetrySchedule;
import org.postern.event.Event;
import org.postern.event.EventKind;
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
import org.postern.metric.Meters;
import org.postern.notice.NoSignatures;
import org.postern.notice.NoticeComposer;
import org.postern.policy.check.UnreadFilter;
import org.postern.queue.Arrival;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class UnreadMailTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private boolean isFull;
    private final InstantSource clock = () -> now;
    private final List<ParkedMessage> parked = new ArrayList<>();
    private final List<Posting> posted = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private final UnreadMail unread = unread();

    private UnreadMail unread() {
        QueueIds ids = new QueueIds(clock, new Random(1));
        EventSource events = new EventSource(clock, ids);
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofMinutes(1)), Duration.ofDays(5), 0);
        AfterAttempt after = new AfterAttempt(
                new RetryPlans(List.of(), new RetryPlan(schedule, Map.of(), Optional.empty())), new Random(1), ids,
                events);
        Aftermath aftermath = new Aftermath(parked::add, new Queues(),
                new NoticeComposer(new Domain("gw.example"), 1000, NoSignatures.SIGNER), new Meters(clock, () -> 0));
        return new UnreadMail(parked::add, events, after, aftermath, clock);
    }

    private final class Queues implements MailQueue {
        @Override
        public void post(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
            if (isFull) {
                throw new QueueUnavailableException("full", true, new IllegalStateException());
            }
            posted.addAll(mail);
            told.addAll(events);
        }

        @Override
        public void tell(List<Event> events) {
            told.addAll(events);
        }
    }

    private static QueuedMail mail(long octets) {
        Recipient postmaster = Recipient.of(new Mailbox("postmaster", new Domain("gw.example")));
        ReversePath sender = ReversePath.of(new Mailbox("a", new Domain("client.example")));
        return QueuedMail.of(new Message(new QueueId("0123456789ABCDEF"),
                new Envelope(sender, Parameters.NONE, List.of(postmaster)), Content.of(new byte[(int) octets])),
                Arrival.at(NOON));
    }

    @Test
    void waitsForSomebodyWhoReadsItAndSaysWhatToDo() throws Exception {
        List<Event> events = unread.keep("taking>unread", mail(10), "nobody reads it");
        assertThat(events).extracting(Event::kind).containsExactly(EventKind.PARKED);
        ParkedMessage waiting = parked.getFirst();
        assertThat(waiting.queue()).isEqualTo(MailQueue.INCOMING);
        assertThat(waiting.reason()).isEqualTo(ParkedMessage.Reason.DEFERRED);
        assertThat(waiting.due()).contains(NOON.plus(Duration.ofHours(6)));
        assertThat(waiting.lastReply()).startsWith("451 4.2.1 nobody reads it").contains("gateway.postmaster");
    }

    @Test
    void isGivenUpAfterTwoWeeksAndItsSenderTold() throws Exception {
        now = NOON.plus(Duration.ofDays(14));
        assertThat(unread.keep("taking>unread", mail(10), "nobody reads it")).isEmpty();
        assertThat(parked).isEmpty();
        assertThat(told).extracting(Event::kind).contains(EventKind.FAILED, EventKind.BOUNCED);
        assertThat(posted).extracting(Posting::queue).containsExactly(MailQueue.INCOMING);
    }

    @Test
    void takesWhatOnlyOurTraceFieldHasMadeTooLarge() throws Exception {
        unread.keep("taking>unread", mail(UnreadFilter.LARGEST + 400), "nobody reads it");
        assertThat(parked).hasSize(1);
    }

    @Test
    void looksForAWayAgainWhereItsSenderCannotBeToldNow() throws Exception {
        now = NOON.plus(Duration.ofDays(14));
        isFull = true;
        unread.keep("taking>unread", mail(10), "nobody reads it");
        assertThat(parked).singleElement().satisfies(untold -> {
            assertThat(untold.queue()).isEqualTo(MailQueue.INCOMING);
            assertThat(untold.key()).endsWith(">untold");
        });
    }

    @Test
    void isGivenUpAtOnceWhereItIsTooLarge() throws Exception {
        unread.keep("taking>unread", mail(UnreadFilter.LARGEST + 5000), "nobody reads it");
        assertThat(parked).isEmpty();
        assertThat(told.getFirst().reply()).hasValueSatisfying(reply -> assertThat(reply).contains("5.2.3"));
    }
}
