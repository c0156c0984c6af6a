package org.postern.store.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;
import org.postern.event.Trace;
import org.postern.event.TracedMessage;
import org.postern.store.TestDatabase;

import java.util.List;
import java.util.stream.IntStream;

class JpaTraceTest implements TraceSearchContract {
    private static final int LONGEST = 1997;
    private static final TestDatabase DATABASE = new TestDatabase();

    private final Trace trace = DATABASE.inTransactions(Trace.class, JpaTrace::new);

    @Override
    public Trace trace() {
        return trace;
    }

    @AfterEach
    void forget() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** Makes rows what they were before ids were kept. */
    private interface Forgetting {
        void forget();
    }

    private static List<Event> refusals(int first, int number) {
        return IntStream.range(first, first + number)
                .mapToObj(second -> Events.refusal("session-1", second).to("x" + second + "@two.example").build())
                .toList();
    }

    @Test
    void aStoryThatIsTooLongEndsAndSaysSoOnce() {
        trace.store(refusals(0, 3000));
        trace.store(refusals(3000, 10));
        trace.store(refusals(4000, 10));

        List<Event> story = trace.story("session-1");
        assertThat(story).hasSize(LONGEST);
        assertThat(story.getLast().detail().orElseThrow()).startsWith("the story ends here");
        assertThat(story.stream().filter(event -> event.detail().isPresent())).hasSize(1);
    }

    @Test
    void aStoryThatGrowsSlowlyEndsToo() {
        for (int i = 0; i < 510; i++) {
            trace.store(refusals(i, 1));
        }
        assertThat(trace.story("session-1")).hasSize(500);
        assertThat(trace.story("session-1").getLast().detail().orElseThrow()).startsWith("the story ends here");
    }

    @Test
    void theLineOfAMessageGoesOnWhenItsStoryHasEnded() {
        List<Event> deferred = IntStream.range(0, 3000)
                .mapToObj(second -> Events.of(EventKind.DEFERRED, FIRST, second).to("b@two.example").build())
                .toList();
        trace.store(deferred);
        Event delivered = Events.of(EventKind.DELIVERED, FIRST, 4000).to("b@two.example").build();
        trace.store(List.of(delivered));
        trace.store(List.of(delivered, deferred.getLast()));

        assertThat(trace.message(FIRST)).map(TracedMessage::progress).contains(Progress.DELIVERED);
        assertThat(trace.message(FIRST)).map(TracedMessage::changed).contains(Events.at(4000));
        assertThat(trace.story(FIRST)).hasSize(LONGEST);
    }

    @Test
    void refusalsBeyondTheEndOfAStoryLeaveNothing() {
        trace.store(refusals(0, 3000));
        trace.store(refusals(5000, 10));
        assertThat(trace.message("session-1")).map(TracedMessage::changed).contains(Events.at(2999));
    }

    @Test
    void rowsFromBeforeIdsWereKeptAreNotToldAgain() {
        Event report = Events.of(EventKind.BOUNCED_BACK, FIRST, 5).to("b@two.example").build();
        Event deferred = Events.of(EventKind.DEFERRED, FIRST, 3).to("c@two.example").build();
        trace.store(List.of(report, deferred));
        DATABASE.inTransactions(Forgetting.class,
                entities -> () -> entities
                        .createNativeQuery("update trace_story set event_ids = null, has_reports = null")
                        .executeUpdate())
                .forget();

        trace.store(List.of(deferred, Events.of(EventKind.RECEIVED, FIRST, 0).to("b@two.example").build()));

        assertThat(trace.story(FIRST)).hasSize(3);
        assertThat(trace.recipients(FIRST)).filteredOn(recipient -> recipient.address().startsWith("b"))
                .extracting(TracedRecipient::kind)
                .containsExactly(EventKind.BOUNCED_BACK);
    }
}
