package org.postern.store.reputation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import org.postern.reputation.entry.EntryStore;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.StoredEntry;
import org.postern.store.Durable;
import org.postern.store.Like;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Entries in the database. Changes wait for each other at the row of the version. */
@Singleton
public class JpaEntryStore implements EntryStore {
    private final EntityManager entities;

    @Inject
    JpaEntryStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public long version() {
        return entities.createQuery("select v.version from EntryVersionRow v", Long.class).getSingleResult();
    }

    @Override
    @Transactional
    public List<ListEntry> entries() {
        return rows(0, MOST).map(EntryRow::toEntry).toList();
    }

    @Override
    @Transactional
    public List<StoredEntry> after(long key, int limit) {
        return rows(key, limit).map(EntryRow::toStored).toList();
    }

    @Override
    @Transactional
    public List<StoredEntry> find(ListEntry.Effect effect, String part, long key, int limit) {
        return entities.createQuery("""
                select e from EntryRow e where e.id > :id and e.allowed = :allowed
                    and (lower(e.party) like :part escape '!' or lower(e.owner) like :part escape '!'
                        or lower(e.remark) like :part escape '!')
                order by e.id""", EntryRow.class)
                .setParameter("id", key)
                .setParameter("allowed", effect == ListEntry.Effect.ALLOW)
                .setParameter("part", Like.contains(part.toLowerCase(Locale.ROOT)))
                .setMaxResults(limit)
                .getResultStream()
                .map(EntryRow::toStored)
                .toList();
    }

    private Stream<EntryRow> rows(long after, int limit) {
        return entities.createQuery("select e from EntryRow e where e.id > :id order by e.id", EntryRow.class)
                .setParameter("id", after)
                .setMaxResults(limit)
                .getResultStream();
    }

    @Override
    @Transactional
    public long count() {
        return entities.createQuery("select count(e) from EntryRow e", Long.class).getSingleResult();
    }

    @Override
    @Transactional
    public Optional<String> key(ListEntry entry) {
        return entities.createQuery(
                "select e.id from EntryRow e where e.party = :party and e.owner = :owner and e.allowed = :allowed",
                Long.class)
                .setParameter("party", entry.party().toString())
                .setParameter("owner", entry.owner())
                .setParameter("allowed", entry.effect() == ListEntry.Effect.ALLOW)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(String::valueOf);
    }

    @Override
    @Durable
    @Transactional
    public void add(ListEntry entry, String by, Instant at) {
        changed();
        entities.persist(new EntryRow().take(entry, by, at));
    }

    @Override
    @Durable
    @Transactional
    public boolean replace(ListEntry entry, String by, Instant at) {
        changed();
        Optional<EntryRow> row = find(entry.key());
        row.ifPresent(known -> known.take(entry, by, at));
        return row.isPresent();
    }

    @Override
    @Durable
    @Transactional
    public boolean remove(String key) {
        changed();
        Optional<EntryRow> row = find(key);
        row.ifPresent(entities::remove);
        return row.isPresent();
    }

    /** In the order of the keys on all nodes, so that no two wait for each other. */
    @Override
    @Transactional
    public void hit(Map<String, Long> hits, Instant at) {
        new TreeMap<>(hits).forEach((key, times) -> entities.createQuery(
                "update EntryRow e set e.hits = e.hits + :times, e.lastHit = :at where e.id = :id")
                .setParameter("times", times)
                .setParameter("at", at)
                .setParameter("id", Long.valueOf(key))
                .executeUpdate());
    }

    private Optional<EntryRow> find(String key) {
        return Optional.ofNullable(entities.find(EntryRow.class, Long.valueOf(key)));
    }

    private void changed() {
        entities.createQuery("update EntryVersionRow v set v.version = v.version + 1")
                .setFlushMode(FlushModeType.COMMIT) // not to look through all that an import has changed, thing by thing
                .executeUpdate();
    }
}
