package org.postern.store.parked;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Locks parked messages until the end of the transaction, passing over those that another node has locked. First it looks, along an
 * index, and then it locks what it has seen: with a lock in the same query, H2 would read and sort all that match.
 */
final class ParkedLocks {
    /** How many times as many are looked at as are asked for, when other nodes have them. */
    private static final int MOST_LOOKED = 16;

    private final EntityManager entities;

    ParkedLocks(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Which messages, and in what order.
     *
     * @param order names all columns of an index
     */
    record Choice(String condition, String order) {
        /** {@return the query that looks for their keys} */
        String keys() {
            return "select parked_key from parked_message where " + condition + " order by " + order
                    + " offset :looked rows fetch next :limit rows only";
        }
    }

    /** {@return the first of them that can be locked} */
    List<ParkedMessageRow> first(Choice choice, Map<String, Object> parameters, int limit) {
        List<ParkedMessageRow> rows = new ArrayList<>();
        int looked = 0;
        int asked;
        List<String> keys;
        do {
            asked = limit - rows.size();
            keys = keys(choice, parameters, looked, asked);
            rows.addAll(still(choice, parameters, keys));
            looked += asked;
        } while (keys.size() == asked && rows.size() < limit && looked < MOST_LOOKED * limit);
        return rows;
    }

    @SuppressWarnings("unchecked")
    private List<String> keys(Choice choice, Map<String, Object> parameters, int looked, int limit) {
        Query query = entities.createNativeQuery(choice.keys(), String.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("looked", looked).setParameter("limit", limit).getResultList();
    }

    /** Another node may have had them meanwhile. */
    private List<ParkedMessageRow> still(Choice choice, Map<String, Object> parameters, List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Query query = locked("parked_key in (:keys) and " + choice.condition()).setParameter("keys", keys);
        parameters.forEach(query::setParameter);
        return rows(query).stream().sorted(Comparator.comparingInt(row -> keys.indexOf(row.key()))).toList();
    }

    /** {@return those of them that are still parked and can be locked} */
    List<ParkedMessageRow> these(Collection<String> keys) {
        return rows(locked("parked_key in (:keys)").setParameter("keys", keys));
    }

    /** Native, since the ORM does not know this clause of H2. */
    private Query locked(String condition) {
        return entities.createNativeQuery(
                "select * from parked_message where " + condition + " for update skip locked", ParkedMessageRow.class);
    }

    @SuppressWarnings("unchecked")
    private static List<ParkedMessageRow> rows(Query query) {
        return query.getResultList();
    }
}
