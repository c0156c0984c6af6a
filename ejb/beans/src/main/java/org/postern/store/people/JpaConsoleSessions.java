package org.postern.store.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.admin.people.ConsoleSession;
import org.postern.admin.people.ConsoleSessions;
import org.postern.store.Durable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of the console in the database. That somebody was seen may be lost with the node; that a session has ended may not. */
@Singleton
public class JpaConsoleSessions implements ConsoleSessions {
    private static final String PERSON = "person";
    private static final String CLIENT = "client";
    /** How long, and how many of a person, it is kept from where they came. */
    private static final Duration WAYS_KEPT = Duration.ofDays(90);
    private static final int MOST_WAYS = 50;

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
        keepWay(session);
        return true;
    }

    private void keepWay(ConsoleSession session) {
        List<ConsoleWayRow> ways = entities
                .createQuery("select w from ConsoleWayRow w where w.person = :person order by w.seen desc",
                        ConsoleWayRow.class)
                .setParameter(PERSON, session.person())
                .getResultList();
        Instant oldest = session.begun().minus(WAYS_KEPT);
        ways.stream()
                .filter(way -> way.isOf(session) || way.isBefore(oldest) || ways.indexOf(way) >= MOST_WAYS - 1)
                .forEach(entities::remove);
        entities.persist(new ConsoleWayRow(session));
    }

    @Override
    @Transactional
    public boolean hasBegun(String person, String client) {
        return entities.createQuery(
                "select count(w) from ConsoleWayRow w where w.person = :person and w.client = :client", Long.class)
                .setParameter(PERSON, person)
                .setParameter(CLIENT, client)
                .getSingleResult() > 0;
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
