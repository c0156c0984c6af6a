package org.postern.pipeline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchiveRoom;
import org.postern.archive.ArchivedMail;
import org.postern.archive.MailArchive;
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
import org.postern.mail.QueueIds;
import org.postern.queue.Arrival;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.store.archive.ArchiveStore;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class SinkDeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final MailArchive.Held MOST = new MailArchive.Held(100, 1 << 20);
    private static final TestDatabase DATABASE = new TestDatabase();

    private final MailArchive sink = ArchiveStore.in(DATABASE);
    private final SinkBell bell = new SinkBell();
    private final SinkDelivery delivery = delivery(sink);

    private static AfterAttempt after() {
        QueueIds ids = new QueueIds(CLOCK, new Random(1));
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofMinutes(1)), Duration.ofDays(5), 0);
        return new AfterAttempt(new RetryPlans(List.of(), new RetryPlan(schedule, Map.of(), Optional.empty())),
                new Random(1), ids, new EventSource(CLOCK, ids));
    }

    private SinkDelivery delivery(MailArchive store) {
        return new SinkDelivery(store, new ArchiveRoom(store, Destination.SINK, () -> MOST, CLOCK), bell,
                after(), new Delays(), CLOCK);
    }

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ReceivedMail mail(String taking, String target, String... recipients) {
        QueuedMail mail = QueuedMail.of(ArchiveStore.about("a test", recipients), Arrival.at(NOON))
                .to(Optional.of(Destination.parse(target)));
        assertThat(SinkDelivery.isFor(mail)).isTrue();
        return new ReceivedMail(taking, mail, Holding.of(() -> {
        }));
    }

    private List<ArchivedMail> kept() {
        return sink.list(ArchiveQuery.oldest(ArchiveFilter.everything(), 10));
    }

    private static List<EventKind> kinds(NextSteps next) {
        return next.events().stream().map(Event::kind).toList();
    }

    @Test
    void mailIsKeptAndDeliveredAndTheBellRings() throws Exception {
        NextSteps next = delivery.take(mail("t1", "sink", "bob@sink.example"));
        assertThat(next.isOver()).isTrue();
        assertThat(kinds(next)).containsExactly(EventKind.DELIVERED);
        assertThat(next.events().getFirst().destination()).contains("sink");
        assertThat(kept()).extracting(ArchivedMail::subject).containsExactly("a test");
        assertThat(bell.rings()).isEqualTo(1);
    }

    @Test
    void whatIsTakenAgainAfterAKillIsThereOnceAndDelivered() throws Exception {
        delivery.take(mail("t1", "sink", "bob@sink.example"));
        assertThat(kinds(delivery.take(mail("t1", "sink", "bob@sink.example")))).containsExactly(EventKind.DELIVERED);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whileTheDatabaseIsGoneTheMailWaits() throws Exception {
        TestDatabase gone = new TestDatabase();
        SinkDelivery without = delivery(ArchiveStore.in(gone));
        gone.close();
        NextSteps next = without.take(mail("t1", "sink", "bob@sink.example"));
        assertThat(next.parked()).isPresent();
        assertThat(next.events().getFirst().reply().orElseThrow())
                .startsWith("451 4.3.0 the sink can keep nothing now");
    }

    @Test
    void whoIsRefusedOnPurposeIsNotKeptAndTheSenderHears() throws Exception {
        NextSteps next = delivery.take(mail("t1", "sink:refuse=100%", "bob@sink.example"));
        assertThat(kinds(next)).contains(EventKind.FAILED).doesNotContain(EventKind.DELIVERED);
        assertThat(next.report()).isPresent();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoIsPutOffOnPurposeWaitsAndTheOthersAreKept() throws Exception {
        String[] recipients = new String[100];
        for (int i = 0; i < recipients.length; i++) {
            recipients[i] = "user" + i + "@sink.example";
        }
        NextSteps next = delivery.take(mail("t1", "sink:defer=50%", recipients));
        int waiting = next.parked().orElseThrow().mail().message().envelope().recipients().size();
        assertThat(waiting).isBetween(30, 70);
        assertThat(kept().getFirst().recipients()).isEqualTo(recipients.length - waiting);
    }

    @Test
    void afterACutItIsKeptAndComesAgain() throws Exception {
        NextSteps next = delivery.take(mail("t1", "sink:cut=100%", "bob@sink.example"));
        assertThat(kept()).hasSize(1);
        assertThat(kinds(next)).contains(EventKind.DEFERRED).doesNotContain(EventKind.DELIVERED);
        assertThat(next.events().getFirst().detail().orElseThrow()).contains("uncertain");
        delivery.take(mail("t2", "sink:cut=100%", "bob@sink.example"));
        assertThat(kept()).hasSize(2);
    }

    @Test
    void theAnswerTakesAsLongAsItIsToldTo() throws Exception {
        long begun = System.nanoTime();
        assertThat(delivery.take(mail("t1", "sink:delay=50ms", "bob@sink.example")).isOver()).isTrue();
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void whoIsInterruptedMeanwhileHasTriedNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> delivery.take(mail("t1", "sink:delay=30s", "bob@sink.example")))
                .isInstanceOf(InterruptedException.class);
        assertThat(kept()).isEmpty();
    }
}
