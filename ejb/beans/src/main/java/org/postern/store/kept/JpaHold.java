package org.postern.store.kept;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.admin.kept.Hold;

import java.util.List;

/** Changes wait for each other at the rows of the versions, always in this order. */
@Singleton
public class JpaHold implements Hold {
    private static final List<String> VERSIONS = List.of("setting_version", "routing_version", "rule_version",
            "list_version");

    private final EntityManager entities;

    @Inject
    JpaHold(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public void all() {
        VERSIONS.forEach(table -> entities.createNativeQuery("update " + table + " set version = version + 1")
                .executeUpdate());
    }
}
