package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.NextSteps;
import org.postern.delivery.outcome.ReportedRecipient;
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
import org.postern.queue.Arrival;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class AftermathTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Mailbox SENDER = new Mailbox("sender", new Domain("example.org"));
    private static final Recipient X = Recipient.of(new Mailbox("x", new Domain("example.net")));
    private static final Message MESSAGE = new Message(new QueueId("0123456789ABCDEF"),
            new Envelope(ReversePath.of(SENDER), Parameters.NONE, List.of(X)), Content.of(new byte[0]));
    private static final Reply NEVER = Reply.of(550, "5.1.1", "no such user");

    private final List<ParkedMessage> parked = new ArrayList<>();
    private final List<Posting> posted = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private boolean databaseGone;
    private boolean brokerGone;

    private final Aftermath aftermath = new Aftermath(this::park, new Queues(),
            new NoticeComposer(new Domain("gateway.example.org"), 1000, NoSignatures.SIGNER),
            new Meters(InstantSource.system(), () -> 0));

    private void park(ParkedMessage message) {
        if (databaseGone) {
            throw new IllegalStateException("the database is gone");
        }
        parked.add(message);
    }

    private final class Queues implements MailQueue {
        @Override
        public void post(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
            if (brokerGone) {
                throw new QueueUnavailableException("the broker is gone", false, new IllegalStateException());
            }
            posted.addAll(mail);
            told.addAll(events);
        }

        @Override
        public void tell(List<Event> events) {
            told.addAll(events);
        }
    }

    private static ParkedMessage waiting(String key) {
        return new ParkedMessage(key, QueuedMail.of(MESSAGE, Arrival.at(NOON)).tried(1),
                ParkedMessage.Reason.DEFERRED, Optional.of(NOON.plusSeconds(60)), MailQueue.OUTGOING, "451 later");
    }

    private static NextSteps.Report report() {
        ReportedRecipient failure = new ReportedRecipient(X, new Action.Failed(false),
                new Diagnosis.Local(Optional.empty(), NEVER), NOON);
        return new NextSteps.Report(new DeliveryStatusNotice(new QueueId("FEDCBA9876543210"), SENDER, MESSAGE, NOON,
                NOON, List.of(failure)), "taking>notice", Optional.of(waiting("taking>untold")));
    }

    private static NextSteps steps(Optional<ParkedMessage> waiting, Optional<NextSteps.Report> report) {
        EventSource source = new EventSource(InstantSource.fixed(NOON),
                new QueueIds(InstantSource.fixed(NOON), new Random(1)));
        return new NextSteps(List.of(source.about(MESSAGE, EventKind.DEFERRED).event()), waiting, report);
    }

    @Test
    void parksWhatHasToWait() throws Exception {
        aftermath.carryOut(steps(Optional.of(waiting("taking>later")), Optional.empty()));
        assertThat(parked).extracting(ParkedMessage::key).containsExactly("taking>later");
        assertThat(posted).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void postsTheReportOnce() throws Exception {
        aftermath.carryOut(steps(Optional.empty(), Optional.of(report())));
        Posting notice = posted.getFirst();
        assertThat(notice.queue()).isEqualTo(MailQueue.INCOMING);
        assertThat(notice.duplicateKey()).contains("taking>notice");
        assertThat(notice.mail().message().envelope().reversePath().isNull()).isTrue();
        assertThat(parked).isEmpty();
    }

    @Test
    void letsTheBrokerHoldWhatTheDatabaseDoesNotTake() throws Exception {
        databaseGone = true;
        aftermath.carryOut(steps(Optional.of(waiting("taking>later")), Optional.empty()));
        assertThat(posted).containsExactly(new Posting(MailQueue.OUTGOING, waiting("taking>later").mail(),
                Optional.of(waiting("taking>later").resumptionKey()), Optional.of(NOON.plusSeconds(60))));
    }

    @Test
    void parksTheFailedUntilTheirSenderCanBeTold() throws Exception {
        brokerGone = true;
        aftermath.carryOut(steps(Optional.of(waiting("taking>later")), Optional.of(report())));
        assertThat(parked).extracting(ParkedMessage::key).containsExactly("taking>later", "taking>untold");
    }

    @Test
    void doesNotTryAgainForTheSakeOfAStory() throws Exception {
        brokerGone = true;
        aftermath.carryOut(steps(Optional.of(waiting("taking>later")), Optional.empty()));
        assertThat(parked).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void acknowledgesNothingThatIsNotKept() {
        databaseGone = true;
        brokerGone = true;
        assertThatThrownBy(() -> aftermath.carryOut(steps(Optional.of(waiting("taking>later")), Optional.empty())))
                .isInstanceOf(QueueUnavailableException.class);
        assertThatThrownBy(() -> aftermath.carryOut(steps(Optional.empty(), Optional.of(report()))))
                .isInstanceOf(IllegalStateException.class);
    }
}
