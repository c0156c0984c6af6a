package org.postern.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.migration.JavaMigration;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The schema's versions. A version that was ever released is never changed; what comes next is a new one. */
final class Schema {
    private Schema() {}

    /** Brings the database to the latest version. Several nodes may do so at once. */
    static void migrate(DataSource database) {
        migrate(database, "latest");
    }

    /** Brings an older database to this version only: what a later one does with what is in it can be seen then. */
    static void migrate(DataSource database, String version) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .resourceProvider(new MigrationScripts())
                .javaMigrationClassProvider(new NoClasses())
                .placeholders(dialect(database))
                .target(version)
                .load()
                .migrate();
    }

    /** What the databases name differently. */
    private static Map<String, String> dialect(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> Map.of("octets", "varbinary(65536)", "ordered", "", "stored", "");
                case "PostgreSQL" -> Map.of("octets", "bytea", "ordered", "collate \"C\"", "stored", "stored");
                default -> throw new IllegalStateException(
                        "the database must be H2 or PostgreSQL, this is " + product + ": set postern.db.url");
            };
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** There are no migrations in Java; saying so keeps Flyway from scanning for them. */
    private static final class NoClasses implements ClassProvider<JavaMigration> {
        @Override
        public List<Class<? extends JavaMigration>> getClasses() {
            return List.of();
        }
    }
}
