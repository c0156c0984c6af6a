package org.postern.store.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import org.postern.config.rule.RuleText;
import org.postern.store.Durable;
import org.postern.trust.rule.RuleStore;
import org.postern.trust.rule.StoredRule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rules in the database. Changes wait for each other at the row of the version. */
@Singleton
public class JpaRuleStore implements RuleStore {
    private final EntityManager entities;

    @Inject
    JpaRuleStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public long version() {
        return entities.createQuery("select v.version from RuleVersionRow v", Long.class).getSingleResult();
    }

    @Override
    @Transactional
    public List<StoredRule> rules() {
        return entities.createQuery("select r from RuleRow r order by r.place, r.id", RuleRow.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(RuleRow::toStored)
                .toList();
    }

    @Override
    @Durable
    @Transactional
    public long add(RuleText text, String by, Instant at) {
        changed();
        int last = entities.createQuery("select coalesce(max(r.place), 0) from RuleRow r", Integer.class)
                .getSingleResult();
        RuleRow row = new RuleRow(last + 1).take(text, by, at);
        entities.persist(row);
        return row.id();
    }

    @Override
    @Durable
    @Transactional
    public boolean replace(long id, RuleText text, String by, Instant at) {
        changed();
        return find(id).map(row -> row.take(text, by, at)).isPresent();
    }

    @Override
    @Durable
    @Transactional
    public boolean enable(long id, boolean whether, String by, Instant at) {
        changed();
        return find(id).map(row -> row.enable(whether, by, at)).isPresent();
    }

    @Override
    @Durable
    @Transactional
    public boolean moveBefore(long id, long other) {
        changed();
        Optional<RuleRow> row = find(id);
        Optional<RuleRow> next = find(other);
        if (row.isEmpty() || next.isEmpty()) {
            return false;
        }
        int place = next.get().place();
        row.get().moveTo(place);
        entities.flush();
        entities.createQuery("update RuleRow r set r.place = r.place + 1 where r.place >= :place and r.id <> :id")
                .setParameter("place", place)
                .setParameter("id", id)
                .executeUpdate();
        entities.clear();
        return true;
    }

    @Override
    @Durable
    @Transactional
    public boolean remove(long id) {
        changed();
        Optional<RuleRow> row = find(id);
        row.ifPresent(entities::remove);
        return row.isPresent();
    }

    /** In the order of the numbers on all nodes, so that no two wait for each other. */
    @Override
    @Transactional
    public void hit(Map<Long, Long> hits, Instant at) {
        new TreeMap<>(hits).forEach((id, times) -> entities.createQuery(
                "update RuleRow r set r.hits = r.hits + :times, r.lastHit = :at where r.id = :id")
                .setParameter("times", times)
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    @Durable
    @Transactional
    public void order(List<Long> ids) {
        changed();
        int place = 0;
        for (long id : ids) {
            int behind = ++place;
            find(id).ifPresent(row -> row.moveTo(behind));
        }
    }

    private Optional<RuleRow> find(long id) {
        return Optional.ofNullable(entities.find(RuleRow.class, id));
    }

    private void changed() {
        entities.createQuery("update RuleVersionRow v set v.version = v.version + 1")
                .setFlushMode(FlushModeType.COMMIT) // not to look through all that an import has changed, thing by thing
                .executeUpdate();
    }
}
