package org.postern.store.programs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.admin.programs.KeptAnswer;
import org.postern.admin.programs.KeptAnswers;
import org.postern.store.Bounded;
import org.postern.store.Durable;

import java.time.Instant;
import java.util.Optional;

/** Answers in the database. */
@Singleton
public class JpaKeptAnswers implements KeptAnswers {
    private final EntityManager entities;

    @Inject
    JpaKeptAnswers(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<KeptAnswer> find(String key) {
        return Optional.ofNullable(entities.find(KeptAnswerRow.class, key)).map(KeptAnswerRow::toAnswer);
    }

    @Override
    @Durable
    @Transactional
    public boolean begin(KeptAnswer asked) {
        if (find(asked.key()).isPresent()) {
            return false;
        }
        entities.persist(new KeptAnswerRow(asked));
        return true;
    }

    @Override
    @Durable
    @Transactional
    public void end(String key, int status, String type, String body) {
        Optional.ofNullable(entities.find(KeptAnswerRow.class, key)).ifPresent(row -> row.answer(status, type, body));
    }

    @Override
    @Durable
    @Transactional
    public void forget(String key) {
        entities.createQuery("delete from KeptAnswerRow a where a.key = :key").setParameter("key", key).executeUpdate();
    }

    @Override
    @Durable
    @Transactional
    public boolean forget(KeptAnswer known) {
        return entities.createQuery("delete from KeptAnswerRow a where a.key = :key and a.begun = :begun")
                .setParameter("key", known.key())
                .setParameter("begun", known.begun())
                .executeUpdate() > 0;
    }

    @Override
    @Transactional
    public void forget(Instant before) {
        entities.createQuery("delete from KeptAnswerRow a where a.begun < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    @Override
    @Transactional
    public long count(String caller) {
        return entities.createQuery("select count(a) from KeptAnswerRow a where a.caller = :caller", Long.class)
                .setParameter("caller", Bounded.reference(caller))
                .getSingleResult();
    }
}
