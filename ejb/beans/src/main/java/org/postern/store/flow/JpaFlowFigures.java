package org.postern.store.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.flow.FlowCounts;
import org.postern.flow.FlowFigure;
import org.postern.flow.FlowFigures;
import org.postern.flow.FlowKind;
import org.postern.flow.FlowSpan;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the figures in the database, each node in rows of its own, so that no two write the same one. */
@Singleton
public class JpaFlowFigures implements FlowFigures {
    private static final List<FlowKind> KINDS = List.of(FlowKind.values());
    private static final String BETWEEN = "select f.id.begins, " + each("sum(f.%1$s)")
            + " from FlowRow f where f.id.span = :span and f.id.begins >= :from and f.id.begins < :end"
            + " group by f.id.begins order by f.id.begins";

    private final EntityManager entities;

    @Inject
    JpaFlowFigures(EntityManager entities) {
        this.entities = entities;
    }

    private static String each(String part) {
        return KINDS.stream()
                .map(JpaFlowFigures::column)
                .map(part::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String column(FlowKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    @Transactional
    public void add(String node, FlowFigure minute) {
        for (FlowSpan span : FlowSpan.values()) {
            row(new FlowRow.Id(span, span.begin(minute.begins()), node)).add(minute.counts());
        }
    }

    private FlowRow row(FlowRow.Id id) {
        FlowRow known = entities.find(FlowRow.class, id);
        if (known != null) {
            return known;
        }
        FlowRow row = new FlowRow(id);
        entities.persist(row);
        return row;
    }

    @Override
    @Transactional
    public List<FlowFigure> between(FlowSpan span, Instant from, Instant end) {
        return entities.createQuery(BETWEEN, Object[].class)
                .setParameter("span", span)
                .setParameter("from", from)
                .setParameter("end", end)
                .getResultStream()
                .map(JpaFlowFigures::figure)
                .toList();
    }

    private static FlowFigure figure(Object[] row) {
        Map<FlowKind, Long> counts = new EnumMap<>(FlowKind.class);
        int column = 1;
        for (FlowKind kind : KINDS) {
            counts.put(kind, ((Number) row[column++]).longValue());
        }
        return new FlowFigure((Instant) row[0], new FlowCounts(counts));
    }

    @Override
    @Transactional
    public int forget(FlowSpan span, Instant before) {
        return entities.createQuery("delete from FlowRow f where f.id.span = :span and f.id.begins < :before")
                .setParameter("span", span)
                .setParameter("before", before)
                .executeUpdate();
    }
}
