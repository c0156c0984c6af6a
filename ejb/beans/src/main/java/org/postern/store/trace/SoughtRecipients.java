package org.postern.store.trace;

import jakarta.persistence.EntityManager;
import org.postern.event.TracedLine;
import org.postern.event.TraceQuery;
import org.postern.store.DomainRanges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds, for the lines of a page, the recipient that each shows: of those who were sought the first, or else the first of all. */
final class SoughtRecipients {
    private static final String FIRSTS = "select x.id.messageKey, min(x.id.address), count(*) from TraceRecipientRow x"
            + " where x.id.messageKey in :lines";

    private final EntityManager entities;
    private final TraceQuery query;
    private final Clues clues;

    SoughtRecipients(EntityManager entities, TraceQuery query, Clues clues) {
        this.entities = entities;
        this.query = query;
        this.clues = clues;
    }

    /** Who stands for a line, and how many others like him it has. */
    private record First(TraceRecipientRow.Id id, int number) {}

    List<TracedLine> lines(List<TraceMessageRow> rows) {
        Set<String> keys = rows.stream().map(TraceMessageRow::key).collect(Collectors.toSet());
        Map<String, First> sought = sought(keys);
        Set<String> others = new HashSet<>(keys);
        others.removeAll(sought.keySet());
        Map<String, First> firsts = new HashMap<>(seen(others));
        firsts.putAll(sought);
        Map<String, TraceRecipientRow> recipients = recipients(firsts);
        return rows.stream()
                .map(row -> new TracedLine(row.toMessage(),
                        Optional.ofNullable(recipients.get(row.key())).map(TraceRecipientRow::toRecipient),
                        sought.containsKey(row.key()) ? sought.get(row.key()).number() : 0))
                .toList();
    }

    private Map<String, First> sought(Set<String> keys) {
        List<String> any = new ArrayList<>(clues.any()
                .stream()
                .filter(Clue::ofRecipient)
                .map(clue -> "(" + clue.which(query.progress()).condition() + ")")
                .toList());
        if (clues.any().isEmpty() && query.progress().isPresent()) {
            any.add("x.kind in :kinds");
        }
        return any.isEmpty()
                ? Map.of()
                : firsts(keys, " and (" + String.join(" or ", any) + ")", clues.parameters());
    }

    private Map<String, First> seen(Set<String> keys) {
        if (query.within().isAll()) {
            return firsts(keys, "", Map.of());
        }
        DomainRanges ranges = new DomainRanges(query.within());
        return firsts(keys, " and " + new Seen(ranges).recipient("x"), ranges.parameters());
    }

    private Map<String, First> firsts(Set<String> keys, String condition, Map<String, Object> parameters) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("lines", keys);
        TraceCondition bound = new TraceCondition(query, all);
        return bound.bind(entities.createQuery(FIRSTS + condition + " group by x.id.messageKey", Object[].class))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0],
                        row -> new First(new TraceRecipientRow.Id((String) row[0], (String) row[1]),
                                ((Long) row[2]).intValue())));
    }

    private Map<String, TraceRecipientRow> recipients(Map<String, First> firsts) {
        if (firsts.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select x from TraceRecipientRow x where x.id in :ids", TraceRecipientRow.class)
                .setParameter("ids", firsts.values().stream().map(First::id).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> row.id().messageKey(), row -> row));
    }
}
