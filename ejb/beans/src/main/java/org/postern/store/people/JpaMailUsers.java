package org.postern.store.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.identity.MailUser;
import org.postern.identity.MailUsers;
import org.postern.store.Durable;

import java.util.List;
import java.util.Optional;

/** The gateway's own users in the database. */
@Singleton
public class JpaMailUsers implements MailUsers {
    private final EntityManager entities;

    @Inject
    JpaMailUsers(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<MailUser> find(String name) {
        return Optional.ofNullable(entities.find(MailUserRow.class, name)).map(MailUserRow::toUser);
    }

    @Override
    @Transactional
    public Optional<MailUser> lock(String name) {
        return Optional.ofNullable(entities.find(MailUserRow.class, name, LockModeType.PESSIMISTIC_WRITE))
                .map(MailUserRow::toUser);
    }

    @Override
    @Transactional
    public List<MailUser> after(String name, int limit) {
        return entities
                .createQuery("select u from MailUserRow u where u.name > :name order by u.name", MailUserRow.class)
                .setParameter("name", name)
                .setMaxResults(limit)
                .getResultStream()
                .map(MailUserRow::toUser)
                .toList();
    }

    @Override
    @Durable
    @Transactional
    public boolean add(MailUser user) {
        if (entities.find(MailUserRow.class, user.name()) != null) {
            return false;
        }
        entities.persist(new MailUserRow(user));
        return true;
    }

    @Override
    @Durable
    @Transactional
    public boolean replace(MailUser user) {
        Optional<MailUserRow> row = Optional
                .ofNullable(entities.find(MailUserRow.class, user.name(), LockModeType.PESSIMISTIC_WRITE));
        row.ifPresent(one -> one.become(user));
        return row.isPresent();
    }

    @Override
    @Durable
    @Transactional
    public boolean delete(String name) {
        MailUserRow row = entities.find(MailUserRow.class, name);
        if (row == null) {
            return false;
        }
        entities.remove(row);
        return true;
    }
}
