package org.postern.store.learn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.Model;
import org.postern.content.teach.ModelStore;
import org.postern.store.Durable;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Models in the database. Two nodes that make a version at the same time, which their lease forbids, make the second one fail. */
@Singleton
public class JpaModelStore implements ModelStore {
    private final EntityManager entities;

    @Inject
    JpaModelStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public State state() {
        return entities.createQuery("select l from LearningStateRow l", LearningStateRow.class)
                .getSingleResult()
                .toState();
    }

    @Override
    @Transactional
    public Optional<Model> read(long number) {
        List<ModelPartRow> parts = entities
                .createQuery("select p from ModelPartRow p where p.id.version = :number order by p.id.number",
                        ModelPartRow.class)
                .setParameter("number", number)
                .getResultList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(parts.size() * ModelPartRow.SIZE);
        parts.forEach(part -> octets.writeBytes(part.octets()));
        return Optional.of(Model.read(octets.toByteArray()));
    }

    @Override
    @Transactional
    public List<Line> list() {
        return entities.createQuery("select m from ModelRow m order by m.version desc", ModelRow.class)
                .getResultStream()
                .map(ModelRow::toLine)
                .toList();
    }

    @Override
    @Transactional
    public boolean claim(String node, Instant now, Duration most) {
        return locked().claim(node, now, now.plus(most));
    }

    @Override
    @Transactional
    public void release(String node, Instant now) {
        locked().release(node, now);
    }

    private LearningStateRow locked() {
        return entities.find(LearningStateRow.class, LearningStateRow.ID, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    @Durable
    @Transactional
    public void publish(Model model, Instant made, long taught, boolean active) {
        long number = 1 + entities.createQuery("select coalesce(max(m.version), 0) from ModelRow m", Long.class)
                .getSingleResult();
        entities.persist(new ModelRow(number, made, model.experience()));
        byte[] octets = model.toOctets();
        for (int from = 0; from < octets.length; from += ModelPartRow.SIZE) {
            entities.persist(new ModelPartRow(number, from / ModelPartRow.SIZE,
                    Arrays.copyOfRange(octets, from, Math.min(from + ModelPartRow.SIZE, octets.length))));
        }
        entities.flush();
        entities.createQuery("update LearningStateRow l set l.learnt = :taught, l.active = "
                + (active ? ":number" : "l.active") + ", l.doubted = " + (active ? LiveModel.NONE : ":number"))
                .setParameter("taught", taught)
                .setParameter("number", number)
                .executeUpdate();
        forgetOldest();
    }

    private void forgetOldest() {
        long active = state().active();
        List<Long> others = list().stream().map(Line::number).filter(number -> number != active).toList();
        others.stream().skip(KEPT - 1).forEach(number -> {
            entities.createQuery("delete from ModelPartRow p where p.id.version = :number")
                    .setParameter("number", number)
                    .executeUpdate();
            entities.createQuery("delete from ModelRow m where m.version = :number")
                    .setParameter("number", number)
                    .executeUpdate();
        });
    }

    @Override
    @Durable
    @Transactional
    public void nothing(long taught) {
        entities.createQuery("update LearningStateRow l set l.learnt = :taught, l.active = :none, l.doubted = :none")
                .setParameter("taught", taught)
                .setParameter("none", LiveModel.NONE)
                .executeUpdate();
    }

    @Override
    @Durable
    @Transactional
    public boolean use(long number) {
        if (list().stream().noneMatch(line -> line.number() == number)) {
            return false;
        }
        entities.createQuery("update LearningStateRow l set l.active = :number, l.doubted = :none")
                .setParameter("number", number)
                .setParameter("none", LiveModel.NONE)
                .executeUpdate();
        return true;
    }
}
