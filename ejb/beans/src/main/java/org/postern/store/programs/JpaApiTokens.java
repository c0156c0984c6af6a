package org.postern.store.programs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.admin.programs.ApiToken;
import org.postern.admin.programs.ApiTokens;
import org.postern.store.Durable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens of programs in the database. That one was used may be lost with the node; that one has ended may not. */
@Singleton
public class JpaApiTokens implements ApiTokens {
    private final EntityManager entities;

    @Inject
    JpaApiTokens(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public List<ApiToken> all() {
        return entities.createQuery("select t from ApiTokenRow t order by t.name", ApiTokenRow.class)
                .getResultStream()
                .map(ApiTokenRow::toToken)
                .toList();
    }

    @Override
    @Transactional
    public Optional<ApiToken> known(String hash) {
        return entities.createQuery("select t from ApiTokenRow t where t.hash = :hash", ApiTokenRow.class)
                .setParameter("hash", hash)
                .getResultStream()
                .map(ApiTokenRow::toToken)
                .findFirst();
    }

    @Override
    @Transactional
    public Optional<ApiToken> find(String name) {
        return Optional.ofNullable(entities.find(ApiTokenRow.class, name)).map(ApiTokenRow::toToken);
    }

    @Override
    @Durable
    @Transactional
    public boolean add(ApiToken token) {
        if (find(token.name()).isPresent()) {
            return false;
        }
        entities.persist(new ApiTokenRow(token));
        return true;
    }

    @Override
    @Transactional
    public void used(String hash, Instant when) {
        entities.createQuery("update ApiTokenRow t set t.used = :when where t.hash = :hash")
                .setParameter("when", when)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    @Override
    @Durable
    @Transactional
    public boolean end(String name) {
        return entities.createQuery("delete from ApiTokenRow t where t.name = :name")
                .setParameter("name", name)
                .executeUpdate() > 0;
    }
}
