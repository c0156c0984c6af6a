package org.postern.store.trace;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.event.Page;
import org.postern.event.TracedLine;
import org.postern.event.TracePage;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;
import org.postern.event.TraceQuery.Start;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A query of the trace, as JPQL. What an index leads to, if that is not much, is read whole; else the list is walked from its latest line
 * on, or from a place on, which finds soon what is much, and ends after some time.
 */
final class TraceSearch {
    private static final String LATEST_FIRST = " order by m.arrived desc, m.key desc";
    private static final String EARLIEST_FIRST = " order by m.arrived, m.key";
    /**
     * A clue to no line. Beside it, the index of another clue is of no use: a database that takes a million lines of one sender for few, and
     * H2 knows no better, would look them all up and put them in order where the first hundred on the way are a page.
     */
    private static final String BY_NO_INDEX = " or m.key = ''";
    /** What has to be looked up line by line, to know where it stands in the list, is read whole at once where it is so many lines at most. */
    private static final int SCANTY = 1500;

    private final TraceQuery query;
    private final EntityManager entities;
    private final int walked;
    private final Clues clues;
    private final boolean isFew;
    private final boolean isScanty;
    private final TraceCondition matching;
    private final TraceCondition walking;

    /** @param walked so many lines are looked at before a page is answered that is not full */
    TraceSearch(TraceQuery query, EntityManager entities, int walked) {
        this.query = query;
        this.entities = entities;
        this.walked = walked;
        Clues named = Clues.of(query.sought()).within(query);
        Map<Clue, Long> lines = named.indexed() ? found(named) : Map.of();
        long found = sum(lines, clue -> true);
        clues = named.otherwise().filter(other -> found == 0).orElse(found == 0 ? named : named.only(lines.keySet()));
        isFew = clues.indexed() && !clues.any().isEmpty() && found < Page.COUNTED;
        isScanty = isFew && sum(lines, clue -> !clue.which(query.progress()).placed()) <= SCANTY;
        matching = condition("");
        walking = condition(BY_NO_INDEX);
    }

    /** {@return the clues that lead to something, and to how many lines, some perhaps twice, counted no further than {@link Page#COUNTED} for each} */
    private Map<Clue, Long> found(Clues named) {
        Map<Clue, Long> found = new LinkedHashMap<>();
        for (Clue clue : named.any()) {
            long lines = new TraceCondition(query, named.parameters()).count(entities,
                    "(" + clue.keys(Page.COUNTED) + ")");
            if (lines > 0) {
                found.put(clue, lines);
            }
        }
        return found;
    }

    private static long sum(Map<Clue, Long> found, Predicate<Clue> which) {
        return found.entrySet()
                .stream()
                .filter(one -> which.test(one.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** @param besides what is put behind the clues, as one more of them */
    private TraceCondition condition(String besides) {
        TraceCondition condition = new TraceCondition(query, clues.parameters());
        condition.arrived(query);
        List<Clue> any = clues.any().stream().map(clue -> clue.which(query.progress())).toList();
        if (any.isEmpty()) {
            query.progress().ifPresent(progress -> condition.and(Clue.has("m", progress), Map.of()));
        } else {
            condition.and("(" + String.join(" or ", any.stream().map(Clue::ofLine).toList()) + besides + ")",
                    Map.of());
        }
        return condition;
    }

    TracePage page() {
        return switch (query.start()) {
            case Start.Latest() -> from(Optional.empty());
            case Start.After(TracePosition place) -> from(Optional.of(place));
            case Start.Before(TracePosition place) -> before(place);
        };
    }

    /** What is neither scanty nor frequent mostly fills a page soon on the way; where it lies far back, all of it is read. */
    private TracePage from(Optional<TracePosition> place) {
        if (!isFew) {
            return walkedFrom(place);
        }
        if (isScanty) {
            return fewBehind(place);
        }
        return clues.placed()
                .map(clue -> page(place, behind(matching, place, Optional.empty(), clue.order()), Optional.empty()))
                .or(() -> Optional.of(walkedFrom(place)).filter(page -> page.lines().size() == query.limit()))
                .orElseGet(() -> fewBehind(place));
    }

    private TracePage walkedFrom(Optional<TracePosition> place) {
        Optional<TracePosition> end = isWalked() ? endOfWalk(place) : Optional.empty();
        return page(place, behind(walking, place, end, LATEST_FIRST), end);
    }

    /** {@return the lines that match between these places, one more than a page has} */
    private List<TraceMessageRow> behind(TraceCondition which, Optional<TracePosition> place,
            Optional<TracePosition> end, String order) {
        TraceCondition condition = which.copy();
        place.ifPresent(condition::after);
        end.ifPresent(condition::upTo);
        return rows(condition, order, query.limit() + 1);
    }

    private TracePage page(Optional<TracePosition> place, List<TraceMessageRow> rows, Optional<TracePosition> end) {
        boolean isMore = rows.size() > query.limit();
        List<TraceMessageRow> shown = rows.subList(0, Math.min(rows.size(), query.limit()));
        Optional<TracePosition> earlier = isMore ? Optional.of(shown.getLast().position()) : end;
        return new TracePage(lines(shown), place, earlier,
                isMore ? Optional.empty() : end.map(TracePosition::arrived), total(place, shown, earlier));
    }

    private Optional<Long> total(Optional<TracePosition> place, List<TraceMessageRow> shown,
            Optional<TracePosition> earlier) {
        if (place.isEmpty() && earlier.isEmpty()) {
            return Optional.of((long) shown.size());
        }
        return isWalked()
                ? Optional.empty()
                : Optional.of(matching.count(entities, "(select m.key as found from TraceMessageRow m" + matching
                        + LATEST_FIRST + " limit " + Page.COUNTED + ")"));
    }

    private TracePage fewBehind(Optional<TracePosition> place) {
        List<TracePosition> all = FoundLines.of(query, clues, entities);
        int first = (int) all.stream().takeWhile(line -> place.filter(at -> !at.isBefore(line)).isPresent()).count();
        return few(all, first, place);
    }

    private TracePage fewBefore(TracePosition place) {
        List<TracePosition> all = FoundLines.of(query, clues, entities);
        int end = (int) all.stream().takeWhile(line -> !place.isBefore(line)).count();
        int first = Math.max(0, end - query.limit());
        return few(all, first, first > 0 ? Optional.of(all.get(first - 1)) : Optional.empty());
    }

    private TracePage few(List<TracePosition> all, int first, Optional<TracePosition> later) {
        int end = Math.min(first + query.limit(), all.size());
        List<TracePosition> shown = all.subList(first, end);
        Optional<TracePosition> earlier = end < all.size() ? Optional.of(shown.getLast()) : Optional.empty();
        return new TracePage(lines(rows(shown)), later, earlier, Optional.empty(), Optional.of((long) all.size()));
    }

    private List<TraceMessageRow> rows(List<TracePosition> places) {
        Map<String, TraceMessageRow> rows = entities
                .createQuery("select m from TraceMessageRow m where m.key in :keys", TraceMessageRow.class)
                .setParameter("keys", places.stream().map(TracePosition::key).toList())
                .getResultStream()
                .collect(Collectors.toMap(TraceMessageRow::key, row -> row));
        return places.stream().map(TracePosition::key).filter(rows::containsKey).map(rows::get).toList();
    }

    /** {@return whether lines are looked at that may not be among the answer} */
    private boolean isWalked() {
        return !clues.any().isEmpty() || query.progress().isPresent();
    }

    private Optional<TracePosition> endOfWalk(Optional<TracePosition> place) {
        TraceCondition condition = TraceCondition.inTime(query);
        place.ifPresent(condition::after);
        return condition.bind(entities.createQuery(
                "select m.arrived, m.key from TraceMessageRow m" + condition + LATEST_FIRST, Object[].class))
                .setFirstResult(walked - 1)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new TracePosition((Instant) row[0], (String) row[1]))
                .findFirst();
    }

    private TracePage before(TracePosition place) {
        if (isFew) {
            return fewBefore(place);
        }
        WayBack way = new WayBack(query, entities, place, walked);
        List<TraceMessageRow> rows = new ArrayList<>();
        Optional<WayBack.Span> span = way.next();
        while (span.isPresent()) {
            TraceCondition condition = walking.copy();
            span.get().restrict(condition);
            rows.addAll(rows(condition, EARLIEST_FIRST, query.limit() + 1 - rows.size()));
            span = rows.size() > query.limit() ? Optional.empty() : way.next();
        }
        return pageBefore(place, rows, way.end());
    }

    /**
     * {@return the page that ends at this place; the first one if there are no more lines before the place than a page has}
     *
     * @param end how far was looked; empty where that is the latest line
     */
    private TracePage pageBefore(TracePosition place, List<TraceMessageRow> rows, Optional<TracePosition> end) {
        boolean isFull = rows.size() > query.limit();
        if (!isFull && end.isEmpty()) {
            return from(Optional.empty());
        }
        List<TraceMessageRow> shown = rows.subList(0, Math.min(rows.size(), query.limit())).reversed();
        Optional<TracePosition> later = isFull ? Optional.of(rows.getLast().position()) : end;
        return new TracePage(lines(shown), later, Optional.of(place),
                isFull ? Optional.empty() : end.map(TracePosition::arrived),
                total(Optional.of(place), shown, Optional.empty()));
    }

    private List<TraceMessageRow> rows(TraceCondition condition, String order, int most) {
        TypedQuery<TraceMessageRow> jpql = entities.createQuery("select m from TraceMessageRow m" + condition + order,
                TraceMessageRow.class);
        return condition.bind(jpql).setMaxResults(most).getResultList();
    }

    private List<TracedLine> lines(List<TraceMessageRow> rows) {
        return new SoughtRecipients(entities, query, clues).lines(rows);
    }
}
