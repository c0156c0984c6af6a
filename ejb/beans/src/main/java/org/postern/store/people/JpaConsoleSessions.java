package org.postern.store.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.admin.people.ConsoleSession;
import org.postern.admin.people.ConsoleSessions;
import org.postern.store.Durable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of the console in the database. That somebody was seen may be lost with the node; that a session has ended may not. */
@Singleton
public class JpaConsoleSessions implements ConsoleSessions {
    private static final String PERSON = "person";

    private final EntityManager entities;

    @Inject
    JpaConsoleSessions(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Durable
    @Transactional
    public boolean add(ConsoleSession session, String passwordHash, int most) {
        if (Optional.ofNullable(
                entities.find(ConsoleUserRow.class, session.person(), LockModeType.PESSIMISTIC_WRITE))
                .map(ConsoleUserRow::toUser)
                .filter(person -> person.passwordHash().equals(passwordHash))
                .isEmpty()) {
            return false;
        }
        entities.createQuery("select s from ConsoleSessionRow s where s.person = :person order by s.begun desc",
                ConsoleSessionRow.class)
                .setParameter(PERSON, session.person())
                .setFirstResult(most - 1)
                .getResultList()
                .forEach(entities::remove);
        entities.persist(new ConsoleSessionRow(session));
        return true;
    }

    @Override
    @Transactional
    public Optional<Known> known(String hash) {
        return Optional.ofNullable(entities.find(ConsoleSessionRow.class, hash))
                .flatMap(row -> Optional.ofNullable(entities.find(ConsoleUserRow.class, row.person()))
                        .map(person -> new Known(row.toSession(), person.toUser())));
    }

    @Override
    @Transactional
    public List<ConsoleSession> latest(int limit) {
        return entities
                .createQuery("select s from ConsoleSessionRow s order by s.seen desc, s.hash", ConsoleSessionRow.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(ConsoleSessionRow::toSession)
                .toList();
    }

    @Override
    @Transactional
    public void saw(String hash, Instant when) {
        entities.createQuery("update ConsoleSessionRow s set s.seen = :when where s.hash = :hash")
                .setParameter("when", when)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    @Override
    @Durable
    @Transactional
    public boolean end(String hash) {
        return entities.createQuery("delete from ConsoleSessionRow s where s.hash = :hash")
                .setParameter("hash", hash)
                .executeUpdate() > 0;
    }

    @Override
    @Durable
    @Transactional
    public void endOthers(String person, String hash) {
        entities.createQuery("delete from ConsoleSessionRow s where s.person = :person and s.hash <> :hash")
                .setParameter(PERSON, person)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    @Override
    @Transactional
    public void forget(Instant seen, Instant begun) {
        entities.createQuery("delete from ConsoleSessionRow s where s.seen < :seen or s.begun < :begun")
                .setParameter("seen", seen)
                .setParameter("begun", begun)
                .executeUpdate();
    }
}
