package org.postern.store.trace;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;

import java.util.Map;
import java.util.TreeMap;

/** The condition of a query for lines of the trace, which are called {@code m}, and its parameters. Used by one thread. */
final class TraceCondition {
    private final StringBuilder text;
    private final Map<String, Object> parameters;

    private TraceCondition(String text, Map<String, Object> parameters) {
        this.text = new StringBuilder(text);
        this.parameters = new TreeMap<>(parameters);
    }

    /** @param parameters of the clues that will stand in it, besides those that the query's progress wants */
    TraceCondition(TraceQuery query, Map<String, Object> parameters) {
        this(" where 1 = 1", parameters);
        query.progress().ifPresent(progress -> {
            this.parameters.put("progress", progress);
            this.parameters.put("kinds", progress.kinds());
        });
    }

    /** {@return the condition that a line arrived when the query wants it, which an index tells by itself} */
    static TraceCondition inTime(TraceQuery query) {
        TraceCondition condition = new TraceCondition(query, Map.of());
        condition.arrived(query);
        return condition;
    }

    void arrived(TraceQuery query) {
        query.from().ifPresent(from -> and("m.arrived >= :from", Map.of("from", from)));
        query.until().ifPresent(until -> and("m.arrived < :until", Map.of("until", until)));
    }

    TraceCondition copy() {
        return new TraceCondition(text.toString(), parameters);
    }

    void and(String condition, Map<String, Object> more) {
        text.append(" and ").append(condition);
        parameters.putAll(more);
    }

    /** What is behind this place. The first half is a range of the index, which an alternative alone would not be. */
    void after(TracePosition place) {
        and("m.arrived <= :at and (m.arrived < :at or m.key < :atKey)", at(place));
    }

    /** What is before this place. */
    void before(TracePosition place) {
        and("m.arrived >= :at and (m.arrived > :at or m.key >= :atKey)", at(place));
    }

    private static Map<String, Object> at(TracePosition place) {
        return Map.of("at", place.arrived(), "atKey", place.key());
    }

    /** What is before this other place. */
    void upTo(TracePosition place) {
        and("m.arrived >= :end and (m.arrived > :end or m.key >= :endKey)",
                Map.of("end", place.arrived(), "endKey", place.key()));
    }

    /** {@return how many rows this has} */
    long count(EntityManager entities, String rows) {
        return bind(entities.createQuery("select count(*) from " + rows, Long.class)).getSingleResult();
    }

    <T> TypedQuery<T> bind(TypedQuery<T> jpql) {
        jpql.getParameters().forEach(known -> jpql.setParameter(known.getName(), parameters.get(known.getName())));
        return jpql;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
