package org.postern.store.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.admin.people.ConsoleUser;
import org.postern.admin.people.ConsoleUsers;
import org.postern.store.Durable;

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
    @Durable
    @Transactional
    public boolean addFirst(ConsoleUser user) {
        if (!isEmpty()) {
            return false;
        }
        entities.persist(new ConsoleUserRow(user));
        return true;
    }

    @Override
    @Durable
    @Transactional
    public void replace(ConsoleUser user) {
        entities.merge(new ConsoleUserRow(user));
    }
}
