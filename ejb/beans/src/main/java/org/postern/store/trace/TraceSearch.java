package org.postern.store.trace;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.event.Page;
import org.postern.event.TracePage;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;
import org.postern.event.TraceQuery.Start;
import org.postern.event.TracedLine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query of the trace, as JPQL. What an index leads to, if that is not much, is read whole; else the list is walked from its latest line
 * on, which finds soon what is much, and ends after {@link #WALKED} lines.
 */
final class TraceSearch {
    /** So many lines are looked at before a page is answered that is not full. */
    static final int WALKED = 50_000;
    /** How far is looked for the lines before a place; H2 sorts all that it finds there. */
    private static final List<Duration> AHEAD = List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1),
            Duration.ofDays(30));
    private static final String LATEST_FIRST = " order by m.arrived desc, m.key desc";

    private final TraceQuery query;
    private final EntityManager entities;
    private final Clues clues;
    private final boolean isFew;
    private final TraceCondition matching;

    TraceSearch(TraceQuery query, EntityManager entities) {
        this.query = query;
        this.entities = entities;
        Clues named = Clues.of(query.sought());
        long found = named.indexed() ? found(named) : 0;
        clues = named.otherwise().filter(other -> found == 0).orElse(named);
        isFew = clues.indexed() && !clues.any().isEmpty() && found < Page.COUNTED;
        matching = matching();
    }

    /** {@return how many lines clues lead to, some perhaps twice, counted no further than {@link Page#COUNTED} for each} */
    private long found(Clues named) {
        long found = 0;
        for (Clue clue : named.any()) {
            found += new TraceCondition(query, named.parameters()).count(entities,
                    "(" + clue.keys(Page.COUNTED) + ")");
        }
        return found;
    }

    private TraceCondition matching() {
        TraceCondition condition = new TraceCondition(query, clues.parameters());
        query.from().ifPresent(from -> condition.and("m.arrived >= :from", Map.of("from", from)));
        query.until().ifPresent(until -> condition.and("m.arrived < :until", Map.of("until", until)));
        List<Clue> any = clues.any().stream().map(clue -> clue.which(query.progress())).toList();
        if (any.isEmpty()) {
            query.progress().ifPresent(progress -> condition.and(Clue.has("m", progress), Map.of()));
        } else if (isFew) {
            condition.and("m.key in (" + String.join(" union ", any.stream().map(Clue::keys).toList()) + ")",
                    Map.of());
        } else {
            condition.and("(" + String.join(" or ", any.stream().map(Clue::ofLine).toList()) + ")", Map.of());
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

    private TracePage from(Optional<TracePosition> place) {
        TraceCondition condition = matching.copy();
        place.ifPresent(condition::after);
        Optional<TracePosition> end = isWalked() ? endOfWalk(place) : Optional.empty();
        end.ifPresent(condition::upTo);
        List<TraceMessageRow> rows = rows(condition, LATEST_FIRST);
        boolean isMore = rows.size() > query.limit();
        List<TraceMessageRow> shown = rows.subList(0, Math.min(rows.size(), query.limit()));
        Optional<TracePosition> later = place.map(at -> shown.isEmpty() ? at : shown.getFirst().position());
        Optional<TracePosition> earlier = isMore ? Optional.of(shown.getLast().position()) : end;
        return new TracePage(lines(shown), later, earlier,
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

    /** {@return whether lines are looked at that may not be among the answer} */
    private boolean isWalked() {
        return !isFew && (!clues.any().isEmpty() || query.progress().isPresent());
    }

    private Optional<TracePosition> endOfWalk(Optional<TracePosition> place) {
        TraceCondition condition = new TraceCondition(query, Map.of());
        query.from().ifPresent(from -> condition.and("m.arrived >= :from", Map.of("from", from)));
        query.until().ifPresent(until -> condition.and("m.arrived < :until", Map.of("until", until)));
        place.ifPresent(condition::after);
        return condition.bind(entities.createQuery(
                "select m.arrived, m.key from TraceMessageRow m" + condition + LATEST_FIRST, Object[].class))
                .setFirstResult(WALKED - 1)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new TracePosition((Instant) row[0], (String) row[1]))
                .findFirst();
    }

    private TracePage before(TracePosition place) {
        if (isFew) {
            return before(place, matching.copy()).orElseGet(() -> from(Optional.empty()));
        }
        for (Duration ahead : AHEAD) {
            TraceCondition near = matching.copy();
            near.and("m.arrived <= :near", Map.of("near", place.arrived().plus(ahead)));
            Optional<TracePage> page = before(place, near);
            if (page.isPresent()) {
                return page.get();
            }
        }
        return from(Optional.empty());
    }

    /** {@return the page before this place; empty if there are no more lines than a page has, so that the first page is it} */
    private Optional<TracePage> before(TracePosition place, TraceCondition condition) {
        condition.before(place);
        List<TraceMessageRow> rows = rows(condition, " order by m.arrived, m.key");
        if (rows.size() <= query.limit()) {
            return Optional.empty();
        }
        List<TraceMessageRow> shown = rows.subList(0, query.limit()).reversed();
        return Optional.of(new TracePage(lines(shown), Optional.of(shown.getFirst().position()),
                Optional.of(shown.getLast().position()), Optional.empty(),
                total(Optional.of(place), shown, Optional.empty())));
    }

    private List<TraceMessageRow> rows(TraceCondition condition, String order) {
        TypedQuery<TraceMessageRow> jpql = entities.createQuery("select m from TraceMessageRow m" + condition + order,
                TraceMessageRow.class);
        return condition.bind(jpql).setMaxResults(query.limit() + 1).getResultList();
    }

    private List<TracedLine> lines(List<TraceMessageRow> rows) {
        return new SoughtRecipients(entities, query, clues).lines(rows);
    }
}
