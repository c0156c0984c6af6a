package org.postern.store.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleUser;
import org.postern.admin.people.ConsoleUsers;
import org.postern.store.Durable;
import org.postern.store.StoredDomains;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The users of the console in the database. */
@Singleton
public class JpaConsoleUsers implements ConsoleUsers {
    private final EntityManager entities;

    @Inject
    JpaConsoleUsers(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public boolean isEmpty() {
        return entities.createQuery("select u.name from ConsoleUserRow u", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    @Transactional
    public Optional<ConsoleUser> find(String name) {
        return Optional.ofNullable(entities.find(ConsoleUserRow.class, name)).map(ConsoleUserRow::toUser);
    }

    @Override
    @Transactional
    public Optional<ConsoleUser> lock(String name) {
        return Optional.ofNullable(entities.find(ConsoleUserRow.class, name, LockModeType.PESSIMISTIC_WRITE))
                .map(ConsoleUserRow::toUser);
    }

    @Override
    @Transactional
    public List<ConsoleUser> all() {
        return entities.createQuery("select u from ConsoleUserRow u order by u.name", ConsoleUserRow.class)
                .getResultStream()
                .map(ConsoleUserRow::toUser)
                .toList();
    }

    @Override
    @Transactional
    public List<String> lockAdministrators() {
        return entities
                .createQuery("select u from ConsoleUserRow u where u.role = :role order by u.name",
                        ConsoleUserRow.class)
                .setParameter("role", Role.ADMINISTRATOR.word())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(ConsoleUserRow::toUser)
                .filter(ConsoleUser::isSettled)
                .map(ConsoleUser::name)
                .toList();
    }

    @Override
    @Durable
    @Transactional
    public boolean addFirst(ConsoleUser user) {
        passGate();
        return isEmpty() && add(user);
    }

    /** Whoever adds somebody waits here for whoever does so at the same moment: what is not there yet cannot be locked. */
    private void passGate() {
        entities.createNativeQuery("update console_gate set passed = passed + 1").executeUpdate();
    }

    @Override
    @Durable
    @Transactional
    public boolean add(ConsoleUser user) {
        passGate();
        boolean isTaken = entities.createQuery(
                "select count(u) from ConsoleUserRow u where lower(u.name) = :name", Long.class)
                .setParameter("name", user.name().toLowerCase(Locale.ROOT))
                .getSingleResult() > 0;
        if (isTaken) {
            return false;
        }
        entities.persist(new ConsoleUserRow(user));
        return true;
    }

    @Override
    @Durable
    @Transactional
    public boolean changeRemit(String name, Remit remit) {
        return entities
                .createQuery("update ConsoleUserRow u set u.role = :role, u.domains = :domains where u.name = :name")
                .setParameter("role", remit.role().word())
                .setParameter("domains", StoredDomains.text(remit.domains()))
                .setParameter("name", name)
                .executeUpdate() > 0;
    }

    @Override
    @Durable
    @Transactional
    public boolean vouched(String name, Instant when) {
        return entities
                .createQuery("update ConsoleUserRow u set u.changed = :when"
                        + " where u.name = :name and u.subject is not null and u.changed <> :when")
                .setParameter("when", when)
                .setParameter("name", name)
                .executeUpdate() > 0;
    }

    @Override
    @Durable
    @Transactional
    public boolean changePassword(String name, String before, String hash, Instant when) {
        return entities
                .createQuery("update ConsoleUserRow u set u.passwordHash = :hash, u.changed = :when"
                        + " where u.name = :name and u.passwordHash = :before")
                .setParameter("hash", hash)
                .setParameter("when", when)
                .setParameter("name", name)
                .setParameter("before", before)
                .executeUpdate() > 0;
    }

    /** The person first: whoever begins a session for them, or makes a link, holds that row. */
    @Override
    @Durable
    @Transactional
    public boolean remove(String name) {
        boolean removed = entities.createQuery("delete from ConsoleUserRow u where u.name = :name")
                .setParameter("name", name)
                .executeUpdate() > 0;
        entities.createQuery("delete from ConsoleSessionRow s where s.person = :name")
                .setParameter("name", name)
                .executeUpdate();
        entities.createQuery("delete from ConsoleWayRow w where w.person = :name")
                .setParameter("name", name)
                .executeUpdate();
        endLink(name);
        return removed;
    }

    @Override
    @Durable
    @Transactional
    public void put(PasswordLink link) {
        entities.merge(new PasswordLinkRow(link));
    }

    @Override
    @Transactional
    public Optional<PasswordLink> link(String hash) {
        return entities.createQuery("select l from PasswordLinkRow l where l.hash = :hash", PasswordLinkRow.class)
                .setParameter("hash", hash)
                .getResultStream()
                .map(PasswordLinkRow::toLink)
                .findFirst();
    }

    @Override
    @Durable
    @Transactional
    public boolean useLink(String hash, Instant now) {
        return entities.createQuery("delete from PasswordLinkRow l where l.hash = :hash and l.expires > :now")
                .setParameter("hash", hash)
                .setParameter("now", now)
                .executeUpdate() > 0;
    }

    @Override
    @Durable
    @Transactional
    public void endLink(String person) {
        entities.createQuery("delete from PasswordLinkRow l where l.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
