package org.postern.store.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.event.EventKind.BOUNCED;
import static org.postern.event.EventKind.BOUNCED_BACK;
import static org.postern.event.EventKind.DEFERRED;
import static org.postern.event.EventKind.DELIVERED;
import static org.postern.event.EventKind.FAILED;
import static org.postern.event.EventKind.RECEIVED;
import static org.postern.event.EventKind.REFUSED;
import static org.postern.event.EventKind.ROUTED;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.HeaderFacts;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.Trace;
import org.postern.event.TraceQuery;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.receiver.Reason;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every trace promises, whatever keeps it. */
interface TraceContract {
    String FIRST = "01HZZZZZZZZZZZZ1";
    String SECOND = "01HZZZZZZZZZZZZ2";

    Trace trace();

    private static Event received(String id, int second, String from, String... to) {
        return Events.of(RECEIVED, id, second).from(from).to(to).build();
    }

    @Test
    default void tellsTheStoryInOrderOfTime() {
        Event received = received(FIRST, 0, "a@one.example", "b@two.example");
        Event deferred = Events.of(DEFERRED, FIRST, 2).to("b@two.example").reply("451 4.7.1 later").build();
        Event delivered = Events.of(DELIVERED, FIRST, 60).to("b@two.example").reply("250 2.0.0 thanks").build();
        trace().store(List.of(delivered));
        trace().store(List.of(received, deferred));

        assertThat(trace().story(FIRST)).containsExactly(received, deferred, delivered);
    }

    @Test
    default void storesTheSameEventOnce() {
        Event received = received(FIRST, 0, "a@one.example", "b@two.example");
        trace().store(List.of(received, received));
        trace().store(List.of(received));

        assertThat(trace().story(FIRST)).containsExactly(received);
        assertThat(trace().find(TraceQuery.latest(10)).total()).contains(1L);
    }

    @Test
    default void keepsEverythingAnEventSays() {
        Event full = new Event("event-1", Events.at(1), DELIVERED, Optional.of(Events.id(FIRST)), Optional.of("s1"),
                Optional.of(""), List.of("b@two.example", "c@two.example"), Optional.of("mx [192.0.2.1]:25"),
                Optional.of("mx:two.example"), Optional.of("250 2.0.0 ok"), 4096, Optional.of("attempt 2"),
                Assessment.of(List.of(Symbol.noted("CLIENT_NAME", "client name mx.example")))
                        .because(Reason.setting("rate.messages")),
                HeaderFacts.NONE);
        trace().store(List.of(full));

        assertThat(trace().story(FIRST)).containsExactly(full);
    }

    @Test
    default void followsEachRecipient() {
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example", "c@two.example"),
                Events.of(DELIVERED, FIRST, 1).to("b@two.example").reply("250 ok").build()));
        trace().store(List.of(Events.of(FAILED, FIRST, 2).to("c@two.example").reply("550 no").build()));

        assertThat(trace().recipients(FIRST)).extracting(TracedRecipient::address, TracedRecipient::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("b@two.example", DELIVERED),
                        org.assertj.core.groups.Tuple.tuple("c@two.example", FAILED));
        assertThat(trace().message(FIRST)).map(TracedMessage::progress).contains(Progress.FAILED);
    }

    @Test
    default void anOlderEventThatComesLateChangesNothing() {
        trace().store(List.of(Events.of(DELIVERED, FIRST, 5).to("b@two.example").build()));
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example")));

        TracedMessage message = trace().message(FIRST).orElseThrow();
        assertThat(message.progress()).isEqualTo(Progress.DELIVERED);
        assertThat(message.arrived()).isEqualTo(Events.at(0));
        assertThat(message.changed()).isEqualTo(Events.at(5));
        assertThat(message.reversePath()).contains("a@one.example");
    }

    @Test
    default void anOlderEventThatComesLateChangesNothingWithoutRecipientsEither() {
        trace().store(List.of(Events.refusal("session-1", 5).build()));
        trace().store(List.of(Events.refusal("session-1", 0).build()));

        assertThat(trace().message("session-1")).map(TracedMessage::progress).contains(Progress.REFUSED);
    }

    @Test
    default void isOnTheWayUntilTheLastRecipientIsSettled() {
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example", "c@two.example"),
                Events.of(DELIVERED, FIRST, 1).to("b@two.example").build()));
        assertThat(trace().message(FIRST)).map(TracedMessage::progress).contains(Progress.ON_THE_WAY);

        trace().store(List.of(Events.of(DELIVERED, FIRST, 2).to("c@two.example").build()));
        assertThat(trace().message(FIRST)).map(TracedMessage::progress).contains(Progress.DELIVERED);
    }

    @Test
    default void aReportToTheSenderMakesTheSenderNoRecipient() {
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example"),
                Events.of(FAILED, FIRST, 1).to("b@two.example").build(),
                Events.of(BOUNCED, FIRST, 2).to("a@one.example").build()));

        assertThat(trace().recipients(FIRST)).extracting(TracedRecipient::address).containsExactly("b@two.example");
        assertThat(trace().message(FIRST)).map(TracedMessage::progress).contains(Progress.FAILED);
    }

    @Test
    default void aReportThatIsHereBeforeTheStoryIsToldOfItsRecipient() {
        trace().store(List.of(Events.of(BOUNCED_BACK, FIRST, 2).to("B@two.example").build()));
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example", "c@two.example"),
                Events.of(DELIVERED, FIRST, 1).to("b@two.example", "c@two.example").build()));

        assertThat(trace().story(FIRST).getLast().recipients()).containsExactly("b@two.example");
        assertThat(trace().recipients(FIRST)).extracting(TracedRecipient::address, TracedRecipient::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("b@two.example", BOUNCED_BACK),
                        org.assertj.core.groups.Tuple.tuple("c@two.example", DELIVERED));
        assertThat(trace().message(FIRST)).map(TracedMessage::reversePath).contains(Optional.of("a@one.example"));
    }

    @Test
    default void aReportPutsNobodyIntoTheStoryWhomTheMessageDidNotGoTo() {
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example", "c@two.example"),
                Events.of(BOUNCED_BACK, FIRST, 2).to("other@three.example").build()));

        assertThat(trace().story(FIRST).getLast().recipients()).isEmpty();
        assertThat(trace().recipients(FIRST)).extracting(TracedRecipient::address)
                .containsExactly("b@two.example", "c@two.example");
        assertThat(keys("other@three.example")).isEmpty();
    }

    @Test
    default void aReportOnAMessageWithOneRecipientMeansHimWhateverItCallsHim() {
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example"),
                Events.of(BOUNCED_BACK, FIRST, 2).to("box7@inside.two.example").build()));

        assertThat(trace().story(FIRST).getLast().recipients()).containsExactly("b@two.example");
    }

    @Test
    default void keepsRefusalsOfASessionAsOneLine() {
        Event helo = Events.refusal("session-1", 0).reply("501 5.5.2 no name").build();
        Event rcpt = Events.refusal("session-1", 1)
                .from("a@one.example")
                .to("x@two.example")
                .reply("550 5.7.1")
                .build();
        trace().store(List.of(helo, rcpt));

        assertThat(trace().story("session-1")).containsExactly(helo, rcpt);
        TracedMessage line = trace().find(TraceQuery.latest(10)).lines().getFirst().message();
        assertThat(line.key()).isEqualTo("session-1");
        assertThat(line.queueId()).isEmpty();
        assertThat(line.progress()).isEqualTo(Progress.REFUSED);
        assertThat(keys("x@two.example")).containsExactly("session-1");
    }

    @Test
    default void tellsWhatElseCameInASession() {
        Event refused = Events.refusal("session-1", 0).to("x@two.example").build();
        Event received = Events.of(RECEIVED, FIRST, 1).session("session-1").to("b@two.example").build();
        Event routed = Events.of(ROUTED, FIRST, 2).to("b@two.example").build();
        trace().store(List.of(refused, received, routed));

        assertThat(trace().session("session-1")).extracting(TracedMessage::key).containsExactly("session-1", FIRST);
    }

    @Test
    default void cutsWhatIsTooLongInsteadOfRefusingIt() {
        Event endless = Events.of(DEFERRED, FIRST, 0)
                .from("x".repeat(5000) + "@one.example")
                .to("y".repeat(5000) + "@two.example")
                .reply("451 " + "z".repeat(5000) + "\0")
                .build();
        trace().store(List.of(endless));

        assertThat(trace().story(FIRST)).hasSize(1);
        assertThat(trace().story(FIRST).getFirst().reply().orElseThrow()).startsWith("451 zzz").hasSizeLessThan(5000);
    }

    @Test
    default void purgesWhatArrivedBeforeInPortions() {
        assertThat(trace().oldest()).isEmpty();
        store("01HZZZZZZZZZZZZ1", "01HZZZZZZZZZZZZ2", "01HZZZZZZZZZZZZ3", "01HZZZZZZZZZZZZ4");

        assertThat(trace().oldest()).contains(Events.at(0));
        assertThat(trace().purge(Events.at(3), 2)).isEqualTo(2);
        assertThat(trace().purge(Events.at(3), 2)).isEqualTo(1);
        assertThat(trace().purge(Events.at(3), 2)).isZero();
        assertThat(trace().oldest()).contains(Events.at(3));
        assertThat(keys(TraceQuery.latest(10))).containsExactly("01HZZZZZZZZZZZZ4");
        assertThat(trace().story("01HZZZZZZZZZZZZ1")).isEmpty();
        assertThat(trace().recipients("01HZZZZZZZZZZZZ1")).isEmpty();
    }

    @Test
    default void knowsNothingOfAnUnknownKey() {
        assertThat(trace().message("unknown")).isEmpty();
        assertThat(trace().story("unknown")).isEmpty();
    }

    private void store(String... ids) {
        IntStream.range(0, ids.length)
                .forEach(i -> trace().store(List.of(received(ids[i], i, "a@one.example", "b@two.example"))));
    }

    private List<String> keys(String text) {
        return keys(TraceQuery.latest(100).by(Sought.parse(text)));
    }

    private List<String> keys(TraceQuery query) {
        return Stream.of(query)
                .flatMap(q -> trace().find(q).lines().stream())
                .map(line -> line.message().key())
                .toList();
    }

    /** Of each kind one, so that a kind added later is stored as well. */
    @Test
    default void storesEveryKind() {
        List<Event> all = Stream.of(EventKind.values())
                .map(kind -> kind == REFUSED
                        ? Events.refusal("session-9", 9).build()
                        : Events.of(kind, FIRST, 1).to("b@two.example").build())
                .toList();
        trace().store(all);
        assertThat(trace().story(FIRST)).hasSize(EventKind.values().length - 1);
    }
}
