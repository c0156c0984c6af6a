package org.postern.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import org.postern.event.Page;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds, releases and drops what is parked in the database. */
@ApplicationScoped
public class JpaWaitingMail implements WaitingMail {
    @PersistenceContext
    private EntityManager entities;

    protected JpaWaitingMail() {}

    JpaWaitingMail(EntityManager entities) {
        this.entities = entities;
    }

    /** Need not be durable: what is released again has the same duplicate key. */
    @Override
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public int release(Instant now, int limit, Taker taker) throws QueueUnavailableException {
        List<ParkedMessageRow> due = rows(
                locked("due <= :now order by due limit :limit").setParameter("now", now).setParameter("limit", limit));
        return forgetAfter(taker, due);
    }

    @Override
    @Durable
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public int drop(Collection<String> keys, Taker taker) throws QueueUnavailableException {
        return forgetAfter(taker, rows(locked("parked_key in (:keys)").setParameter("keys", keys)));
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

    private int forgetAfter(Taker taker, List<ParkedMessageRow> rows) throws QueueUnavailableException {
        if (rows.isEmpty()) {
            return 0;
        }
        List<String> keys = rows.stream().map(ParkedMessageRow::key).toList();
        Map<String, byte[]> firstParts = firstParts(keys);
        taker.take(rows.stream()
                .map(row -> new Released(row.toMessage(content(row, firstParts)), row.releasedBy()))
                .toList());
        return entities.createQuery("delete from ParkedMessageRow p where p.key in :keys")
                .setParameter("keys", keys)
                .executeUpdate();
    }

    /** Most mail has but one part: all of a batch come with one query. */
    private Map<String, byte[]> firstParts(List<String> keys) {
        Map<String, byte[]> parts = new HashMap<>();
        entities.createQuery("select p from ParkedPartRow p where p.id.parkedKey in :keys and p.id.number = 0",
                ParkedPartRow.class)
                .setParameter("keys", keys)
                .getResultStream()
                .forEach(part -> parts.put(part.id().parkedKey(), part.octets()));
        return parts;
    }

    private StoredContent content(ParkedMessageRow row, Map<String, byte[]> firstParts) {
        return new StoredContent(row.size(),
                number -> number == 0 ? firstParts.get(row.key()) : part(row.key(), number));
    }

    private byte[] part(String key, int number) {
        return entities.createQuery("select p.octets from ParkedPartRow p where p.id = :id", byte[].class)
                .setParameter("id", new ParkedPartRow.Id(key, number))
                .getSingleResult();
    }

    @Override
    @Durable
    @Transactional
    public int bringForward(Collection<String> keys, Instant now, String by) {
        return entities
                .createQuery("update ParkedMessageRow p set p.due = :now, p.releasedBy = :by where p.key in :keys")
                .setParameter("now", now)
                .setParameter("by", Bounded.reference(by))
                .setParameter("keys", keys)
                .executeUpdate();
    }

    @Override
    @Transactional
    public Page<ParkedSummary> find(ParkedQuery query) {
        return new ParkedSearch(query).page(entities);
    }

    @Override
    @Transactional
    public Map<Reason, Long> counts() {
        return entities
                .createQuery("select p.reason, count(p) from ParkedMessageRow p group by p.reason", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(line -> (Reason) line[0], line -> (Long) line[1], Long::sum,
                        () -> new EnumMap<>(Reason.class)));
    }
}
