package org.postern.store.tls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.delivery.sts.KnownPolicies;
import org.postern.delivery.sts.KnownPolicy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps policies in the database. Two nodes that fetched the same one write the same. */
@Singleton
public class JpaKnownPolicies implements KnownPolicies {
    private static final int LONGEST_DOMAIN = 255;

    private final EntityManager entities;

    @Inject
    JpaKnownPolicies(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<KnownPolicy> find(String domain) {
        return Optional.ofNullable(entities.find(StsPolicyRow.class, domain)).map(StsPolicyRow::toPolicy);
    }

    @Override
    @Transactional
    public void keep(KnownPolicy policy) {
        if (policy.domain().length() <= LONGEST_DOMAIN) {
            entities.merge(new StsPolicyRow(policy));
        }
    }

    @Override
    @Transactional
    public List<KnownPolicy> due(Instant now, Instant usedSince, int most) {
        return entities.createQuery("""
                select p from StsPolicyRow p where p.refreshAt <= :now and p.used >= :since order by p.refreshAt""",
                StsPolicyRow.class)
                .setParameter("now", now)
                .setParameter("since", usedSince)
                .setMaxResults(most)
                .getResultStream()
                .map(StsPolicyRow::toPolicy)
                .toList();
    }

    @Override
    @Transactional
    public void postpone(String domain, Instant until) {
        entities.createQuery("update StsPolicyRow p set p.refreshAt = :until where p.domain = :domain")
                .setParameter("until", until)
                .setParameter("domain", domain)
                .executeUpdate();
    }

    @Override
    @Transactional
    public int forget(Instant before) {
        return entities.createQuery("delete from StsPolicyRow p where p.ends < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
