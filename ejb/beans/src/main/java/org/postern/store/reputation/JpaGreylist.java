package org.postern.store.reputation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import org.postern.reputation.grey.Acquaintance;
import org.postern.reputation.grey.Acquaintance.State;
import org.postern.reputation.grey.Contact;
import org.postern.reputation.grey.GreylistStore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Contacts in the database. Of two that are the first at once, one fails: it finds the other when it tries again. */
@Singleton
public class JpaGreylist implements GreylistStore {
    private final EntityManager entities;

    @Inject
    JpaGreylist(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Acquaintance change(Contact contact, Function<Optional<Acquaintance>, Acquaintance> change) {
        String key = key(contact);
        Optional<ContactRow> row = Optional
                .ofNullable(entities.find(ContactRow.class, key, LockModeType.PESSIMISTIC_WRITE));
        Acquaintance next = change.apply(row.map(ContactRow::toAcquaintance));
        row.ifPresentOrElse(known -> known.take(next),
                () -> entities.persist(new ContactRow(key, contact).take(next)));
        return next;
    }

    @Override
    @Transactional
    public List<Waiting> waiting(Optional<Waiting> behind, int limit) {
        TypedQuery<ContactRow> query = entities.createQuery("select c from ContactRow c where c.state = :state"
                + behind.map(any -> " and c.first <= :first and (c.first < :first or c.key > :key)").orElse("")
                + " order by c.first desc, c.key", ContactRow.class);
        behind.ifPresent(last -> query.setParameter("first", last.first()).setParameter("key", key(last.contact())));
        return query.setParameter("state", State.WAITING)
                .setMaxResults(limit)
                .getResultStream()
                .map(ContactRow::toWaiting)
                .toList();
    }

    @Override
    @Transactional
    public void forget(Instant waiting, Instant known, int most) {
        entities.createQuery("delete from ContactRow c where c.state <> :state and c.last < :before")
                .setParameter("state", State.WAITING)
                .setParameter("before", known)
                .executeUpdate();
        forgetWaiting(waiting);
        entities.createQuery("select c.first from ContactRow c where c.state = :state order by c.first desc",
                Instant.class)
                .setParameter("state", State.WAITING)
                .setFirstResult(most - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(this::forgetWaiting);
    }

    private void forgetWaiting(Instant before) {
        entities.createQuery("delete from ContactRow c where c.state = :state and c.first < :before")
                .setParameter("state", State.WAITING)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** An index over all three would be longer than some databases take. */
    private static String key(Contact contact) {
        try {
            String all = contact.network() + "\n" + contact.sender() + "\n" + contact.recipient();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
