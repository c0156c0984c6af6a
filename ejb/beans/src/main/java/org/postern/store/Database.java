package org.postern.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import javax.sql.DataSource;

/** The database, for beans that get it by their constructors. */
@Singleton
class Database {
    /** That of the caller's transaction, whoever holds this one. */
    @Produces
    @PersistenceContext
    EntityManager entities;

    @Produces
    @Resource(lookup = "java:/jdbc/postern")
    DataSource source;
}
