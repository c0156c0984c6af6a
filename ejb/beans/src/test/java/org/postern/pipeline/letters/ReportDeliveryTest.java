package org.postern.pipeline.letters;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.broker.Holding;
import org.postern.broker.ReceivedMail;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.NextSteps;
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
import org.postern.queue.Arrival;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueuedMail;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReadReport;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReportLine;
import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ReportDeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private final List<ReadReport> kept = new ArrayList<>();
    private boolean isGone;
    private boolean isWell;
    private Runnable meanwhile = () -> {
    };
    private Instant arrived = NOON;
    private int attempts;
    private Optional<ReportDelivery> delivery = Optional.empty();

    private final ReceivedReports reports = new ReceivedReports() {
        @Override
        public Kept keep(ReadReport report) {
            if (isGone) {
                throw new IllegalStateException("no\r\ndatabase");
            }
            meanwhile.run();
            kept.add(report);
            return Kept.KEPT;
        }

        @Override
        public List<ReceivedReport> list(Instant before, Optional<String> behind, int most) {
            if (isGone && !isWell) {
                throw new IllegalStateException("no database");
            }
            return List.of();
        }

        @Override
        public List<ReportLine> lines(String key) {
            return List.of();
        }

        @Override
        public List<Source> sources(String domain, Instant since, int most) {
            return List.of();
        }

        @Override
        public Optional<ReceivedReport> find(String key) {
            return Optional.empty();
        }

        @Override
        public List<OfDomain> domains(Instant since, int most) {
            return List.of();
        }

        @Override
        public List<OfTime> times(ReportKind kind, String domain, Instant since, int most) {
            return List.of();
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    };

    private NextSteps next(String content) throws Exception {
        QueueIds ids = new QueueIds(CLOCK, new Random(1));
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofMinutes(1)), Duration.ofDays(5), 0);
        AfterAttempt after = new AfterAttempt(
                new RetryPlans(List.of(), new RetryPlan(schedule, Map.of(), Optional.empty())), new Random(1), ids,
                new EventSource(CLOCK, ids));
        Envelope envelope = new Envelope(ReversePath.of(new Mailbox("a", new Domain("big.example"))), Parameters.NONE,
                List.of(Recipient.of(new Mailbox("reports", new Domain("here.example")))));
        QueuedMail mail = QueuedMail
                .of(new Message(new QueueId("0123456789ABCDEF"), envelope, Content.of(content.getBytes(US_ASCII))),
                        Arrival.at(arrived))
                .to(Optional.of(new Destination.Reports()))
                .tried(attempts);
        assertThat(ReportDelivery.isFor(mail)).isTrue();
        delivery = Optional.of(delivery.orElseGet(() -> new ReportDelivery(reports, after, CLOCK)));
        return delivery.get()
                .take(new ReceivedMail("taking", mail, Holding.of(() -> {
                })));
    }

    @Test
    void whatIsNoReportIsKeptAsThatAndItsSenderHearsNothing() throws Exception {
        NextSteps next = next("Subject: hello\r\n\r\nhello\r\n");
        assertThat(next.isOver()).isTrue();
        assertThat(next.events()).extracting(Event::kind).containsExactly(EventKind.DELIVERED);
        assertThat(next.events().getFirst().reply().orElseThrow()).contains("not read: no attachment");
        assertThat(kept).hasSize(1);
    }

    @Test
    void anotherThatComesMeanwhileIsPutOffAndHoldsNobodyUp() throws Exception {
        List<NextSteps> other = new ArrayList<>();
        meanwhile = () -> {
            Thread thread = new Thread(() -> {
                try {
                    other.add(next("Subject: other\r\n\r\nother\r\n"));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        assertThat(next("Subject: hello\r\n\r\nhello\r\n").isOver()).isTrue();
        assertThat(kept).hasSize(1);
        ParkedMessage waiting = other.getFirst().parked().orElseThrow();
        assertThat(waiting.due()).contains(NOON.plus(ReportDelivery.PAUSE));
        assertThat(waiting.mail().attempts()).isZero();
    }

    @Test
    void whatAloneCannotBeKeptWhileTheDatabaseIsWellIsTriedSomeTimesAndIsOver() throws Exception {
        isGone = true;
        isWell = true;
        assertThat(next("Subject: hello\r\n\r\nhello\r\n").parked()).isPresent();
        attempts = ReportDelivery.MOST_TRIES - 1;
        NextSteps next = next("Subject: hello\r\n\r\nhello\r\n");
        assertThat(next.isOver()).isTrue();
        assertThat(next.events()).extracting(Event::kind).containsExactly(EventKind.DELIVERED);
        assertThat(next.events().getFirst().reply().orElseThrow()).contains("not kept: no??database");
    }

    @Test
    void noSenderHearsThatItsTimeIsOver() throws Exception {
        isGone = true;
        attempts = 20;
        arrived = NOON.minus(Duration.ofDays(6));
        NextSteps next = next("Subject: hello\r\n\r\nhello\r\n");
        assertThat(next.isOver()).isTrue();
        assertThat(next.events()).extracting(Event::kind).containsExactly(EventKind.DELIVERED);
    }

    @Test
    void whileTheDatabaseIsGoneTheMailWaits() throws Exception {
        isGone = true;
        NextSteps next = next("Subject: hello\r\n\r\nhello\r\n");
        assertThat(next.parked()).isPresent();
        assertThat(next.events().getFirst().reply().orElseThrow())
                .contains("451 4.3.0 the report cannot be kept now: no??database");
    }
}
