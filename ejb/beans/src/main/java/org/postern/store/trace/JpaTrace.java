package org.postern.store.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import org.hibernate.Session;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.Trace;
import org.postern.event.TracePage;
import org.postern.event.TraceQuery;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.store.Durable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The trace in the database. */
@Singleton
public class JpaTrace implements Trace {
    private static final int LONGEST_SESSION = 1000;
    /** So many lines a search looks at that goes by no index, before it answers with what it has. */
    private static final int WALKED = 20_000;

    private final EntityManager entities;
    private final int walked;

    @Inject
    JpaTrace(EntityManager entities) {
        this(entities, WALKED);
    }

    JpaTrace(EntityManager entities, int walked) {
        this.entities = entities;
        this.walked = walked;
    }

    @Override
    @Durable
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void store(List<Event> events) {
        entities.unwrap(Session.class).doWork(connection -> store(connection, events));
    }

    /** What two nodes do to each other here is no fault and is done again; Hibernate would log it, with the statement and all addresses in it. */
    private static void store(Connection connection, List<Event> events) {
        try {
            new TraceBatch(connection).store(events);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    @Override
    @Transactional
    public TracePage find(TraceQuery query) {
        return new TraceSearch(query, entities, walked).page();
    }

    @Override
    @Transactional
    public Optional<TracedMessage> message(String key) {
        return Optional.ofNullable(entities.find(TraceMessageRow.class, key)).map(TraceMessageRow::toMessage);
    }

    @Override
    @Transactional
    public List<TracedRecipient> recipients(String key) {
        return entities
                .createQuery("select r from TraceRecipientRow r where r.id.messageKey = :key order by r.id.address",
                        TraceRecipientRow.class)
                .setParameter("key", key)
                .setMaxResults(LONGEST_STORY)
                .getResultStream()
                .map(TraceRecipientRow::toRecipient)
                .toList();
    }

    @Override
    @Transactional
    public List<Event> story(String key) {
        List<Event> events = entities
                .createQuery(
                        "select s from TraceStoryRow s where s.id.messageKey = :key order by s.id.part",
                        TraceStoryRow.class)
                .setParameter("key", key)
                .setMaxResults(LONGEST_STORY)
                .getResultStream()
                .flatMap(row -> row.toEvents().stream())
                .sorted(Comparator.comparing(Event::at).thenComparing(Event::kind).thenComparing(Event::id))
                .limit(LONGEST_STORY)
                .toList();
        return events.stream().anyMatch(event -> event.kind() == EventKind.BOUNCED_BACK) ? toldOf(key, events) : events;
    }

    private List<Event> toldOf(String key, List<Event> events) {
        List<String> known = recipients(key).stream().map(TracedRecipient::address).toList();
        return events.stream().map(event -> event.toldOf(known)).toList();
    }

    @Override
    @Transactional
    public List<TracedMessage> session(String reference) {
        return entities
                .createQuery("select m from TraceMessageRow m where m.session = :session order by m.arrived",
                        TraceMessageRow.class)
                .setParameter("session", reference)
                .setMaxResults(LONGEST_SESSION)
                .getResultStream()
                .map(TraceMessageRow::toMessage)
                .toList();
    }

    @Override
    @Transactional
    public Optional<Instant> oldest() {
        return Optional.ofNullable(
                entities.createQuery("select min(m.arrived) from TraceMessageRow m", Instant.class).getSingleResult());
    }

    @Override
    @Transactional
    public int purge(Instant before, int limit) {
        List<String> keys = entities
                .createQuery("select m.key from TraceMessageRow m where m.arrived < :before", String.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
        if (!keys.isEmpty()) {
            delete("delete from TraceStoryRow s where s.id.messageKey in :keys", keys);
            delete("delete from TraceRecipientRow r where r.id.messageKey in :keys", keys);
            delete("delete from TraceMessageRow m where m.key in :keys", keys);
        }
        return keys.size();
    }

    private void delete(String jpql, List<String> keys) {
        entities.createQuery(jpql).setParameter("keys", keys).executeUpdate();
    }
}
