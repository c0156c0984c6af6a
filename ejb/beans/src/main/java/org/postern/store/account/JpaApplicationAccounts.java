package org.postern.store.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.account.ApplicationAccount;
import org.postern.account.ApplicationAccounts;
import org.postern.store.Durable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What accounts may do, in the database. Changes wait for each other at the row of the version. */
@Singleton
public class JpaApplicationAccounts implements ApplicationAccounts {
    private final EntityManager entities;

    @Inject
    JpaApplicationAccounts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public long version() {
        return entities.createQuery("select v.version from AccountVersionRow v", Long.class).getSingleResult();
    }

    @Override
    @Transactional
    public List<ApplicationAccount> all() {
        return Stream.of("senders", "queues")
                .map(list -> "select distinct a from AccountRow a left join fetch a." + list + " order by a.name")
                .map(query -> entities.createQuery(query, AccountRow.class).getResultList())
                .reduce((first, same) -> same)
                .orElseThrow()
                .stream()
                .map(AccountRow::toAccount)
                .toList();
    }

    @Override
    @Durable
    @Transactional
    public void put(ApplicationAccount account) {
        entities.createQuery("update AccountVersionRow v set v.version = v.version + 1").executeUpdate();
        Optional<AccountRow> known = Optional.ofNullable(entities.find(AccountRow.class, account.name()));
        if (account.isUnlimited()) {
            known.ifPresent(entities::remove);
            return;
        }
        AccountRow row = known.orElseGet(() -> new AccountRow(account.name()));
        row.become(account);
        if (known.isEmpty()) {
            entities.persist(row);
        }
    }
}
