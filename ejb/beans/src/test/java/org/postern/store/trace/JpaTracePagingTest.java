package org.postern.store.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.Trace;
import org.postern.event.TracePage;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;
import org.postern.store.TestDatabase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Pages of a search that goes by no index, and so ends before it has looked at everything. */
class JpaTracePagingTest implements TracePagingContract {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final int WALKED = 20;
    private static final TraceQuery INVOICES = TraceQuery.latest(5).by(new Sought.Subject("invoice"));

    private final Trace trace = DATABASE.inTransactions(Trace.class, JpaTrace::new);
    private final Trace tired = DATABASE.inTransactions(Trace.class, entities -> new JpaTrace(entities, WALKED));

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

    private void store(int lines, IntUnaryOperator second, List<Integer> invoices) {
        trace.store(IntStream.range(0, lines)
                .mapToObj(i -> Events.of(EventKind.RECEIVED, key(i), second.applyAsInt(i))
                        .to("b@two.example")
                        .header("<" + i + "@x>", invoices.contains(i) ? "an invoice" : "something else")
                        .build())
                .toList());
    }

    private static String key(int i) {
        return "01HZZZZZZZZZ" + (1000 + i);
    }

    /** {@return what is found on the way from the latest to the earliest, and last where the way ended} */
    private List<String> there(List<TracePosition> end) {
        List<String> found = new ArrayList<>();
        TracePage page = tired.find(INVOICES);
        found.addAll(keys(page));
        while (page.earlier().isPresent()) {
            end.add(page.earlier().get());
            page = tired.find(INVOICES.after(page.earlier().get()));
            found.addAll(keys(page));
        }
        return found;
    }

    /** {@return what is found on the way back from here, without what the first page has again} */
    private List<String> back(TracePosition place) {
        List<String> found = new ArrayList<>();
        TracePage page = tired.find(INVOICES.after(place));
        found.addAll(keys(page));
        while (page.later().isPresent()) {
            page = tired.find(INVOICES.before(page.later().get()));
            found.addAll(0, keys(page).stream().filter(key -> !found.contains(key)).toList());
        }
        return found;
    }

    private void everyInvoiceThereAndBack(List<Integer> invoices) {
        List<String> all = invoices.reversed().stream().map(JpaTracePagingTest::key).toList();
        List<TracePosition> ends = new ArrayList<>();
        assertThat(there(ends)).isEqualTo(all);
        assertThat(back(ends.getLast())).isEqualTo(all);
    }

    @Test
    void aSearchThatEndsEarlyGoesOnWhereItEndedInBothDirections() {
        List<Integer> invoices = List.of(0, 1, 19, 20, 21, 40, 41, 42, 43, 44, 45, 46, 99, 140, 199);
        store(200, i -> i * 3600, invoices);
        everyInvoiceThereAndBack(invoices);
    }

    @Test
    void aMatchAtTheEndOfTheWayIsThereOnTheWayBack() {
        store(2 * WALKED, i -> i, List.of(WALKED));
        TracePage first = tired.find(INVOICES);
        assertThat(keys(first)).containsExactly(key(WALKED));
        TracePage none = tired.find(INVOICES.after(first.earlier().orElseThrow()));
        assertThat(none.lines()).isEmpty();
        assertThat(keys(tired.find(INVOICES.before(none.later().orElseThrow())))).containsExactly(key(WALKED));
    }

    @Test
    void aSearchForLaterLinesTellsHowFarItHasLooked() {
        store(200, i -> i * 3600, List.of(150));
        TracePosition place = new TracePosition(Events.at(0), key(0));
        TracePage page = tired.find(INVOICES.before(place));
        assertThat(page.lines()).isEmpty();
        assertThat(page.lookedTo().orElseThrow()).isAfter(Events.at(0)).isBefore(Events.at(WALKED * 3600));
        assertThat(page.earlier()).contains(place);
        assertThat(page.total()).isEmpty();
        assertThat(tired.find(INVOICES.before(page.later().orElseThrow())).lookedTo().orElseThrow())
                .isAfter(page.lookedTo().get());
    }

    @Test
    void moreLinesOfOneMomentThanAreLookedAtAreLookedAtAllTheSame() {
        List<Integer> invoices = List.of(3, 30, 57, 88, 120);
        store(121, i -> i / 60 * 7200, invoices);
        everyInvoiceThereAndBack(invoices);
    }

    @Test
    void aBurstAfterALongQuietTimeIsLookedAtInParts() {
        List<Integer> invoices = List.of(0, 13, 77, 78, 99, 150);
        store(200, i -> i == 0 ? 0 : 40 * 86_400 + i, invoices);
        everyInvoiceThereAndBack(invoices);
    }

    private static List<String> keys(TracePage page) {
        return page.lines().stream().map(line -> line.message().key()).toList();
    }

    @Test
    void whatAnIndexLeadsToOftenFillsAPageOnTheWayAndIsReadWholeWhereItLiesFarBack() {
        int often = 1600;
        trace.store(IntStream.range(0, often + 2 * WALKED)
                .mapToObj(i -> Events.of(EventKind.RECEIVED, key(i), i)
                        .to(i < often ? "old@two.example" : "new@two.example")
                        .build())
                .toList());
        TraceQuery old = TraceQuery.latest(5).by(Sought.parse("old@two.example"));
        TracePage farBack = tired.find(old);
        assertThat(farBack.lines()).hasSize(5);
        assertThat(farBack.total()).contains((long) often);
        assertThat(farBack.lookedTo()).isEmpty();
        TracePage next = tired.find(old.after(farBack.earlier().orElseThrow()));
        assertThat(next.lines()).hasSize(5);
        assertThat(next.lookedTo()).isEmpty();
        assertThat(keys(next)).first().isEqualTo(key(often - 6));
    }

    @Test
    void whatAClientHandedInIsReadWholeByItsIndexHoweverMuchItIs() {
        int often = 1600;
        trace.store(IntStream.range(0, often)
                .mapToObj(i -> Events.of(EventKind.RECEIVED, key(i), i)
                        .to("b@two.example")
                        .peer("mail.client.example [192.0.2.7]:4711")
                        .build())
                .toList());
        for (String text : List.of("192.0.2.7", "EHLO mail.client.example")) {
            TraceQuery ofClient = TraceQuery.latest(5).by(Sought.parse(text));
            TracePage latest = trace.find(ofClient);
            assertThat(keys(latest)).startsWith(key(often - 1)).hasSize(5);
            assertThat(latest.total()).as("what is walked has no total").contains((long) often);
            TracePage before = trace.find(ofClient.before(new TracePosition(Events.at(700), key(700))));
            assertThat(keys(before)).containsExactly(key(704), key(703), key(702), key(701), key(700));
            assertThat(before.total()).contains((long) often);
            TraceQuery onTheWay = ofClient.which(Progress.ON_THE_WAY);
            TracePage first = tired.find(onTheWay);
            assertThat(keys(first)).isEqualTo(keys(latest));
            assertThat(keys(tired.find(onTheWay.after(first.earlier().orElseThrow())))).first()
                    .isEqualTo(key(often - 6));
            TracePage none = tired.find(ofClient.which(Progress.REFUSED));
            assertThat(none.lines()).isEmpty();
            assertThat(none.lookedTo()).as("all of them were looked at").isEmpty();
            assertThat(none.total()).contains(0L);
        }
    }
}
