package org.postern.store.keys;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.mail.Domain;
import org.postern.signing.SigningKeyStore;
import org.postern.signing.StoredKey;
import org.postern.store.Durable;

import java.util.List;

/** The keys that sign mail, in the database. Changes wait for each other at the row of the version, and the later one finds that it is too late. */
@Singleton
public class JpaSigningKeys implements SigningKeyStore {
    private final EntityManager entities;

    @Inject
    JpaSigningKeys(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public long version() {
        return entities.createQuery("select v.version from SigningVersionRow v", Long.class).getSingleResult();
    }

    @Override
    @Transactional
    public List<StoredKey> all() {
        return entities.createQuery("select k from SigningKeyRow k order by k.domain, k.made, k.name",
                SigningKeyRow.class)
                .setMaxResults(MOST_KEYS)
                .getResultStream()
                .map(SigningKeyRow::toKey)
                .toList();
    }

    @Override
    @Transactional
    public List<StoredKey> of(Domain domain) {
        return entities.createQuery("select k from SigningKeyRow k where k.domain = :domain order by k.made, k.name",
                SigningKeyRow.class)
                .setParameter("domain", domain.key())
                .setMaxResults(MOST_OF_DOMAIN)
                .getResultStream()
                .map(SigningKeyRow::toKey)
                .toList();
    }

    @Override
    @Transactional
    public long count() {
        return entities.createQuery("select count(k) from SigningKeyRow k", Long.class).getSingleResult();
    }

    @Override
    @Durable
    @Transactional
    public boolean put(long version, List<StoredKey> keys) {
        boolean first = isFirst(version);
        if (first) {
            keys.forEach(key -> entities.merge(new SigningKeyRow(key)));
        }
        return first;
    }

    @Override
    @Durable
    @Transactional
    public boolean remove(long version, StoredKey key) {
        boolean first = isFirst(version);
        if (first) {
            entities.createQuery("delete from SigningKeyRow k where k.name = :name")
                    .setParameter("name", key.name())
                    .executeUpdate();
        }
        return first;
    }

    private boolean isFirst(long version) {
        return entities
                .createQuery("update SigningVersionRow v set v.version = v.version + 1 where v.version = :version")
                .setParameter("version", version)
                .executeUpdate() == 1;
    }
}
