package org.postern.store;

import jakarta.persistence.EntityManager;
import org.postern.event.Event;
import org.postern.event.TracedMessage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores a batch of events with as few statements as can be: what is known of their messages is read in one go, everything else
 * happens in memory, and the rows are written in bulk at the end of the transaction. A message seen for the first time has no
 * stored events, so only those of known messages are looked up again.
 */
final class TraceBatch {
    private final EntityManager entities;
    private final Map<String, List<Event>> eventsByKey = new LinkedHashMap<>();
    private final Map<String, TraceMessageRow> known = new HashMap<>();
    private final Map<String, RecipientRows> recipients = new HashMap<>();
    private final Set<TraceEventRow.Id> stored = new HashSet<>();

    TraceBatch(EntityManager entities, List<Event> events) {
        this.entities = entities;
        events.forEach(event -> eventsByKey
                .computeIfAbsent(Bounded.reference(TracedMessage.keyOf(event)), key -> new ArrayList<>())
                .add(event));
    }

    void store() {
        read(eventsByKey.keySet());
        eventsByKey.forEach(this::store);
        entities.flush();
        entities.clear();
    }

    private void read(Collection<String> keys) {
        rows("select m from TraceMessageRow m where m.key in :keys", TraceMessageRow.class, keys)
                .forEach(row -> known.put(row.key(), row));
        if (known.isEmpty()) {
            return;
        }
        Set<String> old = known.keySet();
        rows("select r from TraceRecipientRow r where r.id.messageKey in :keys", TraceRecipientRow.class, old)
                .forEach(row -> recipientsOf(row.id().messageKey()).known(row));
        stored.addAll(rows("select e.id from TraceEventRow e where e.id.messageKey in :keys", TraceEventRow.Id.class,
                old));
    }

    private <T> List<T> rows(String jpql, Class<T> type, Collection<String> keys) {
        return entities.createQuery(jpql, type).setParameter("keys", keys).getResultList();
    }

    private RecipientRows recipientsOf(String key) {
        return recipients.computeIfAbsent(key, RecipientRows::new);
    }

    private void store(String key, List<Event> events) {
        boolean isNew = !known.containsKey(key);
        TraceMessageRow message = isNew ? new TraceMessageRow(key, events.getFirst()) : known.get(key);
        RecipientRows rows = recipientsOf(key);
        for (Event event : events) {
            TraceEventRow.Id id = new TraceEventRow.Id(key, Bounded.reference(event.id()));
            if (stored.add(id)) {
                entities.persist(new TraceEventRow(id, event));
                message.after(event);
                rows.after(event, entities);
            }
        }
        message.summarise(rows);
        if (isNew) {
            entities.persist(message);
        }
    }
}
