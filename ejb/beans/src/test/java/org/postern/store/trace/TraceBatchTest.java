package org.postern.store.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.event.Trace;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.store.TestDatabase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Two nodes tell of one message at the same time. */
class TraceBatchTest {
    private static final String KEY = "01HZZZZZZZZZZZZ1";
    private static final TestDatabase DATABASE = new TestDatabase();

    private final Trace trace = DATABASE.inTransactions(Trace.class, JpaTrace::new);
    private int statements;

    @AfterAll
    static void close() {
        DATABASE.empty(); // others use the same one, where it is PostgreSQL
        DATABASE.close();
    }

    /** Stores in a transaction of its own. */
    private interface Storing {
        void store(List<Event> events);
    }

    /** {@return a store to whose connection something happens right before its n-th statement is prepared} */
    private Storing interrupted(int before, Runnable what) {
        return DATABASE.inTransactions(Storing.class, entities -> events -> entities.unwrap(Session.class)
                .doWork(connection -> new TraceBatch(watched(connection, before, what)).store(events)));
    }

    private Connection watched(Connection connection, int before, Runnable what) {
        return told(connection, sql -> {
            if (statements++ == before) {
                what.run();
            }
        });
    }

    /** {@return a connection that tells of each statement before it is prepared} */
    private Connection told(Connection connection, Consumer<String> statement) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statement.accept((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void whatAnotherNodeCommitsMeanwhileIsNotOverwritten(int before) {
        DATABASE.empty();
        Event received = Events.of(EventKind.RECEIVED, KEY, 0).to("b@two.example", "c@two.example").build();
        Event delivered = Events.of(EventKind.DELIVERED, KEY, 9).to("b@two.example", "c@two.example").build();
        Event deferred = Events.of(EventKind.DEFERRED, KEY, 5).to("b@two.example").build();
        trace.store(List.of(received));

        try {
            interrupted(before, () -> trace.store(List.of(delivered))).store(List.of(deferred));
        } catch (RuntimeException conflict) {
            trace.store(List.of(deferred));
        }

        assertThat(trace.story(KEY)).containsExactly(received, deferred, delivered);
        assertThat(trace.recipients(KEY)).extracting(TracedRecipient::kind).containsOnly(EventKind.DELIVERED);
        assertThat(trace.message(KEY)).map(TracedMessage::progress).contains(Progress.DELIVERED);
        assertThat(trace.message(KEY)).map(TracedMessage::changed).contains(Events.at(9));
    }

    private List<String> prepared(List<Event> events) {
        List<String> prepared = new ArrayList<>();
        DATABASE.inTransactions(Storing.class, entities -> told -> entities.unwrap(Session.class)
                .doWork(connection -> new TraceBatch(told(connection, prepared::add)).store(told))).store(events);
        return prepared;
    }

    private static Event withHeader(int number) {
        return Events.of(EventKind.RECEIVED, "01HZZZZZZZZZZ%03d".formatted(number), number)
                .session("s")
                .to("b@two.example")
                .header("<" + number + "@client.example>", "subject")
                .build();
    }

    @Test
    void whatIsKnownOfMessagesIsWrittenWithTheirLinesAndTakesNoStatementsOfItsOwn() {
        DATABASE.empty();
        List<String> one = prepared(List.of(withHeader(0)));
        List<String> hundred = prepared(IntStream.range(1, 101).mapToObj(TraceBatchTest::withHeader).toList());
        assertThat(one).hasSize(6);
        assertThat(hundred).isEqualTo(one);
    }

    @Test
    void linesWithManyRecipientsAreReadFewAtATime() {
        DATABASE.empty();
        String[] many = IntStream.range(0, 4000)
                .mapToObj(number -> "m" + number + "@two.example")
                .toArray(String[]::new);
        List<String> keys = List.of("01HZZZZZZZZZZZZ1", "01HZZZZZZZZZZZZ2", "01HZZZZZZZZZZZZ3",
                "01HZZZZZZZZZZZZ4", "01HZZZZZZZZZZZZ5");
        trace.store(keys.stream().map(key -> Events.of(EventKind.RECEIVED, key, 0).to(many).build()).toList());
        List<String> read = new ArrayList<>();

        DATABASE.inTransactions(Storing.class, entities -> events -> entities.unwrap(Session.class)
                .doWork(connection -> new TraceBatch(told(connection, read::add)).store(events)))
                .store(keys.stream()
                        .map(key -> Events.of(EventKind.DELIVERED, key, 9).to("m7@two.example").build())
                        .toList());

        assertThat(read.stream().filter(sql -> sql.contains("join trace_recipient"))).hasSize(3);
        assertThat(trace.recipients(KEY)).filteredOn(recipient -> recipient.kind() == EventKind.DELIVERED)
                .extracting(TracedRecipient::address)
                .containsExactly("m7@two.example");
    }
}
