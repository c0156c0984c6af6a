package org.postern.store.learn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.content.learn.Label;
import org.postern.content.learn.Sample;
import org.postern.content.teach.SampleStore;
import org.postern.store.Bounded;
import org.postern.store.Durable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Samples in the database. Changes wait for each other at the row of the state. */
@Singleton
public class JpaSampleStore implements SampleStore {
    private static final int MOST_TEACHERS = 100;

    private final EntityManager entities;

    @Inject
    JpaSampleStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public List<Sample> latest() {
        return entities.createQuery("select s from SampleRow s order by s.taught desc, s.key", SampleRow.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(SampleRow::toSample)
                .toList();
    }

    @Override
    @Durable
    @Transactional
    public void put(Sample sample, String by, boolean imported) {
        changed();
        entities.merge(new SampleRow(sample, by, imported));
    }

    @Override
    @Durable
    @Transactional
    public boolean forget(String key) {
        return forgetWhere("s.key = :value", key) > 0;
    }

    @Override
    @Durable
    @Transactional
    public int forgetAllOf(String by) {
        return forgetWhere("s.by = :value", Bounded.reference(by));
    }

    /** Nothing is learnt anew where there is nothing to forget. */
    private int forgetWhere(String condition, String value) {
        long there = entities.createQuery("select count(s) from SampleRow s where " + condition, Long.class)
                .setParameter("value", value)
                .getSingleResult();
        if (there == 0) {
            return 0;
        }
        changed();
        return entities.createQuery("delete from SampleRow s where " + condition)
                .setParameter("value", value)
                .executeUpdate();
    }

    @Override
    @Transactional
    public long countOf(String by, Instant from) {
        return entities.createQuery(
                "select count(s) from SampleRow s where s.by = :by and s.taught >= :from and not s.imported",
                Long.class)
                .setParameter("by", Bounded.reference(by))
                .setParameter("from", from)
                .getSingleResult();
    }

    @Override
    @Transactional
    public Map<Label, Long> counts() {
        Map<Label, Long> counts = new EnumMap<>(Label.class);
        entities.createQuery("select s.label, count(s) from SampleRow s group by s.label", Object[].class)
                .getResultStream()
                .forEach(line -> counts.put((Label) line[0], (Long) line[1]));
        return counts;
    }

    @Override
    @Transactional
    public List<Teacher> teachers() {
        return entities.createQuery("select s.by, count(s) from SampleRow s group by s.by order by count(s) desc, s.by",
                Object[].class)
                .setMaxResults(MOST_TEACHERS)
                .getResultStream()
                .map(line -> new Teacher((String) line[0], (Long) line[1]))
                .toList();
    }

    private void changed() {
        entities.createQuery("update LearningStateRow l set l.taught = l.taught + 1").executeUpdate();
    }
}
