package org.postern.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

import javax.sql.DataSource;

/** Brings the database to the present schema before anything uses it. Fails the deployment if that cannot be done. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Resource(lookup = "java:/jdbc/postern")
    private DataSource database;

    @PostConstruct
    void migrate() {
        Schema.migrate(database);
    }
}
