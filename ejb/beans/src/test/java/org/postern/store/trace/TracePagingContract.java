package org.postern.store.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.event.EventKind.DELIVERED;
import static org.postern.event.EventKind.RECEIVED;

import org.junit.jupiter.api.Test;
import org.postern.event.Event;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.TracePage;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How every trace is read page by page, whatever keeps it. */
interface TracePagingContract extends TraceContract {
    int DAY = 86_400;

    private static String numbered(int i) {
        return "01HZZZZZZZZZ" + (1000 + i);
    }

    private static Event received(int i, int second, String subject) {
        return Events.of(RECEIVED, numbered(i), second)
                .from("a@one.example")
                .to("b@two.example")
                .header("<" + i + "@x>", subject)
                .build();
    }

    /** {@return the queries for all lines, and for those that were delivered, which are about an invoice} */
    private static List<TraceQuery> queries(int limit) {
        TraceQuery all = TraceQuery.latest(limit);
        return List.of(all, all.by(new Sought.DomainName("two.example")), all.by(new Sought.LocalPart("b")),
                all.by(new Sought.Subject("invoice")), all.which(Progress.DELIVERED));
    }

    /** {@return the pages from the latest to the earliest} */
    default List<List<String>> thereBy(TraceQuery query) {
        List<List<String>> pages = new ArrayList<>();
        TracePage page = trace().find(query);
        pages.add(keys(page));
        while (page.earlier().isPresent()) {
            page = trace().find(query.after(page.earlier().get()));
            pages.add(keys(page));
        }
        return pages;
    }

    /** {@return the pages from the one behind this place to the first} */
    default List<List<String>> backBy(TraceQuery query, TracePosition place) {
        List<List<String>> pages = new ArrayList<>();
        TracePage page = trace().find(query.after(place));
        pages.add(keys(page));
        while (page.later().isPresent()) {
            page = trace().find(query.before(page.later().get()));
            pages.addFirst(keys(page));
        }
        return pages;
    }

    private TracePosition last(TraceQuery query) {
        TracePosition place = TracePosition.laterThan(Events.at(1_000 * DAY));
        for (TracePage page = trace().find(query); page.earlier().isPresent(); page = trace()
                .find(query.after(place))) {
            place = page.earlier().get();
        }
        return place;
    }

    private void theSamePagesThereAndBack(int limit) {
        for (TraceQuery query : queries(limit)) {
            List<List<String>> there = thereBy(query);
            assertThat(there).hasSizeGreaterThan(3).allSatisfy(page -> assertThat(page).isNotEmpty());
            assertThat(backBy(query, last(query))).as(query.toString()).isEqualTo(there);
        }
    }

    @Test
    default void pagesFromTheLatestToTheEarliestAndBack() {
        trace().store(IntStream.range(0, 25)
                .mapToObj(i -> received(i, i / 4, "an invoice"))
                .toList());
        for (TraceQuery query : queries(10).subList(0, 4)) {
            List<List<String>> there = thereBy(query);
            assertThat(there.getFirst()).hasSize(10).startsWith(numbered(24)).endsWith(numbered(15));
            assertThat(there.get(2)).hasSize(5).startsWith(numbered(4)).endsWith(numbered(0));
            assertThat(backBy(query, last(query))).isEqualTo(there);
        }
        assertThat(trace().find(TraceQuery.latest(10)).later()).isEmpty();
        assertThat(trace().find(TraceQuery.latest(10)).total()).contains(25L);
        TraceQuery found = TraceQuery.latest(10).by(new Sought.DomainName("two.example"));
        assertThat(trace().find(found).total()).contains(25L);
        assertThat(trace().find(found.between(Events.at(0), Events.at(5))).total()).contains(20L);
        assertThat(trace().find(found.which(Progress.ON_THE_WAY)).total()).contains(25L);
    }

    @Test
    default void sparseMatchesHaveTheSamePagesThereAndBack() {
        trace().store(IntStream.range(0, 48)
                .mapToObj(i -> i % 3 > 0
                        ? Stream.of(received(i, i * 5 * DAY, "something else"))
                        : Stream.of(received(i, i * 5 * DAY, "an invoice"),
                                Events.of(DELIVERED, numbered(i), i * 5 * DAY + 1).to("b@two.example").build()))
                .flatMap(events -> events)
                .toList());
        theSamePagesThereAndBack(2);
        theSamePagesThereAndBack(3);
    }

    @Test
    default void linesWithLongGapsHaveTheSamePagesThereAndBack() {
        trace().store(IntStream.range(0, 24)
                .mapToObj(i -> i / 5 * 400 * DAY + i)
                .map(second -> List.of(received(second % DAY, second, "an invoice"),
                        Events.of(DELIVERED, numbered(second % DAY), second).to("b@two.example").build()))
                .flatMap(List::stream)
                .toList());
        theSamePagesThereAndBack(3);
        theSamePagesThereAndBack(4);
    }

    @Test
    default void whatComesMeanwhileIsFoundOnTheWayBack() {
        trace().store(IntStream.range(0, 6).mapToObj(i -> received(i, i, "an invoice")).toList());
        TraceQuery query = TraceQuery.latest(3);
        TracePosition place = trace().find(query).earlier().orElseThrow();
        trace().store(IntStream.range(6, 8).mapToObj(i -> received(i, i, "an invoice")).toList());

        assertThat(backBy(query, place)).containsExactly(List.of(numbered(7), numbered(6), numbered(5)),
                List.of(numbered(5), numbered(4), numbered(3)), List.of(numbered(2), numbered(1), numbered(0)));
    }

    @Test
    default void aPlaceSurvivesBeingWritten() {
        TracePosition place = new TracePosition(Events.at(3).plusNanos(123_456_000), FIRST);
        assertThat(TracePosition.parse(place.toString())).contains(place);
        assertThat(TracePosition.parse(TracePosition.laterThan(place.arrived()).toString()))
                .contains(new TracePosition(place.arrived().plusNanos(1000), ""));
        assertThat(TracePosition.parse("x")).isEmpty();
        assertThat(TracePosition.parse("99999999999999999." + FIRST)).isPresent();
    }

    private static List<String> keys(TracePage page) {
        return page.lines().stream().map(line -> line.message().key()).toList();
    }
}
