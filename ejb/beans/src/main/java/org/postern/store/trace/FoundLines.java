package org.postern.store.trace;

import jakarta.persistence.EntityManager;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The places of all lines that clues lead to, where they are few. Each clue is asked for by its index, and the lines are put in order here: the
 * databases would ask for the keys of all of them again with each line.
 */
final class FoundLines {
    private static final Comparator<TracePosition> LATEST_FIRST = Comparator.comparing(TracePosition::arrived)
            .thenComparing(TracePosition::key)
            .reversed();

    private FoundLines() {}

    /** {@return them, the latest first} */
    static List<TracePosition> of(TraceQuery query, Clues clues, EntityManager entities) {
        TreeSet<TracePosition> found = new TreeSet<>(LATEST_FIRST);
        for (Clue clue : clues.any()) {
            TraceCondition condition = new TraceCondition(query, clues.parameters());
            condition.arrived(query);
            condition.and("(" + clue.which(query.progress()).joined() + ")", Map.of());
            condition
                    .bind(entities.createQuery("select m.arrived, m.key from " + clue.join() + condition,
                            Object[].class))
                    .getResultStream()
                    .forEach(row -> found.add(new TracePosition((Instant) row[0], (String) row[1])));
        }
        return List.copyOf(found);
    }
}
