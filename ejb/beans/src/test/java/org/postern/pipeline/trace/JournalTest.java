package org.postern.pipeline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.duty.BackOff;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.HeaderFacts;
import org.postern.event.Trace;
import org.postern.flow.FlowFigure;
import org.postern.flow.FlowFigures;
import org.postern.flow.FlowKind;
import org.postern.flow.FlowTally;
import org.postern.mail.QueueId;
import org.postern.metric.Meters;
import org.postern.story.EventCodec;

import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.IntStream;

class JournalTest {
    private final List<List<Event>> attempts = new ArrayList<>();
    private final List<Event> stored = new ArrayList<>();
    private final List<String> buried = new ArrayList<>();
    private final List<String> outages = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private Predicate<List<Event>> isRefused = events -> false;
    private final Deque<JMSException> lostCommits = new ArrayDeque<>();
    private final FlowTally tally = new FlowTally("a");
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean isShortOfRoom;
    private long now;

    private static Event event(int number) {
        return new Event("event-" + number, Instant.EPOCH, EventKind.RECEIVED,
                Optional.of(new QueueId("01HZZZZZZZZ%05d".formatted(number))), Optional.empty(), Optional.empty(),
                List.of(),
                Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Assessment.NONE,
                HeaderFacts.NONE);
    }

    private static RuntimeException failure(String state) {
        SQLException first = new SQLException("duplicate key", state);
        return new IllegalStateException("rolled back", new BatchUpdateException("batch", state, new int[0], first));
    }

    @SuppressWarnings("unchecked")
    private void store(Object events) {
        List<Event> batch = (List<Event>) events;
        attempts.add(List.copyOf(batch));
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        if (isRefused.test(batch)) {
            throw failure("22000");
        }
        stored.addAll(batch);
    }

    private static <T> T fake(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    /** What a fake says. */
    private interface Answer {
        Object to(String method, Object[] arguments) throws JMSException;
    }

    private static TextMessage message(Object text) {
        return fake(TextMessage.class, (method, none) -> method.equals("getText") ? text : null);
    }

    private void take(int events) throws Exception {
        takeEach(Duration.ZERO, events);
    }

    /** Takes a batch while one event comes each so often, as many as these. */
    private void takeEach(Duration pause, int events) throws Exception {
        Deque<Message> queue = new ArrayDeque<>(IntStream.range(0, events)
                .mapToObj(number -> message(EventCodec.write(List.of(event(number)))))
                .toList());
        Trace trace = fake(Trace.class, (method, arguments) -> {
            if (method.equals("store")) {
                store(arguments[0]);
                return null;
            }
            return Optional.empty();
        });
        Session session = fake(Session.class, (method, arguments) -> {
            if (method.equals("commit") && !lostCommits.isEmpty()) {
                throw lostCommits.remove();
            }
            return method.equals("createTextMessage") ? message(arguments[0]) : null;
        });
        MessageConsumer consumer = fake(MessageConsumer.class, (method, arguments) -> {
            now += pause.toNanos();
            return queue.poll();
        });
        BackOff backOff = new BackOff(end, e -> outages.add("waits"), () -> outages.add("goes on"),
                1);
        new Journal(trace, tally, (message, from, reason) -> buried.add(reason), () -> isShortOfRoom, () -> now,
                new Meters(InstantSource.system(), () -> now)).takeBatch(session, consumer, backOff);
    }

    private long counted() {
        List<FlowFigure> figures = new ArrayList<>();
        tally.storeIn(fake(FlowFigures.class, (method, arguments) -> figures.add((FlowFigure) arguments[1])));
        return figures.stream().mapToLong(figure -> figure.counts().of(FlowKind.RECEIVED)).sum();
    }

    @Test
    void whatComesAgainIsCountedOnce() throws Exception {
        lostCommits.add(new JMSException("the connection broke"));
        assertThatThrownBy(() -> take(4)).isInstanceOf(JMSException.class);
        take(4);
        assertThat(attempts).hasSize(2);
        assertThat(counted()).isEqualTo(4);
    }

    @Test
    void nothingIsStoredWhileTheDiskIsNearlyFull() throws Exception {
        isShortOfRoom = true;
        take(4);
        assertThat(attempts).isEmpty();
        isShortOfRoom = false;
        take(4);
        assertThat(attempts).hasSize(1);
        assertThat(outages).isEmpty();
    }

    @Test
    void whatIsSetAsideIsNotCounted() throws Exception {
        isRefused = events -> events.contains(event(2));
        take(4);
        assertThat(counted()).isEqualTo(3);
    }

    @Test
    void aFewEventsWaitForEachOtherAShortTime() throws Exception {
        takeEach(Duration.ofMillis(20), 500);
        assertThat(attempts).hasSize(1);
        assertThat(stored).hasSize(11);
    }

    @Test
    void manyWaitLonger() throws Exception {
        takeEach(Duration.ofNanos(500_000), 10_000);
        assertThat(attempts).hasSize(1);
        assertThat(stored).hasSize(4001);
    }

    @Test
    void manyDoNotWaitWhenNoMoreCome() throws Exception {
        takeEach(Duration.ofNanos(500_000), 300);
        assertThat(stored).hasSize(300);
    }

    @Test
    void atTheEndNoMoreIsTakenAndWhatWasTakenIsStored() throws Exception {
        end.countDown();
        take(4);
        assertThat(stored).hasSize(1);
    }

    @Test
    void aConflictWithAnotherNodeIsNoOutage() throws Exception {
        for (String state : List.of("23505", "40001", "40P01", "23505", "23505", "23505")) {
            failures.add(failure(state));
        }
        take(4);
        assertThat(attempts).hasSize(7).allMatch(batch -> batch.size() == 4);
        assertThat(outages).isEmpty();
        assertThat(buried).isEmpty();
    }

    @Test
    void anOutageLosesNothing() throws Exception {
        for (int i = 0; i < 3; i++) {
            failures.add(failure("08006"));
        }
        take(4);
        assertThat(stored).hasSize(4);
        assertThat(outages).containsExactly("waits", "goes on");
    }

    @Test
    void whatCannotBeStoredByItselfIsSetAside() throws Exception {
        isRefused = events -> events.contains(event(2));
        take(4);
        assertThat(stored).containsExactlyInAnyOrder(event(0), event(1), event(3));
        assertThat(buried).hasSize(1);
    }

    @Test
    void nothingIsSetAsideForOneFailureAlone() throws Exception {
        isRefused = events -> events.size() > 1 || attempts.stream().filter(events::equals).count() < 3;
        take(2);
        assertThat(stored).containsExactlyInAnyOrder(event(0), event(1));
        assertThat(buried).isEmpty();
    }
}
