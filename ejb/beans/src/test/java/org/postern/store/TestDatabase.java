package org.postern.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.postgresql.ds.PGSimpleDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * A database with the real schema and the real persistence unit, but without a container: one of its own in memory, or what the
 * system property {@code postern.test.db} names, which must be an empty PostgreSQL database.
 */
final class TestDatabase implements AutoCloseable {
    private final EntityManagerFactory factory;

    TestDatabase() {
        this(System.getProperty("postern.test.db", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    TestDatabase(String url) {
        DataSource source = url.startsWith("jdbc:h2:") ? h2(url) : postgresql(url);
        Schema.migrate(source);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        factory = Persistence.createEntityManagerFactory("postern", settings);
    }

    private static DataSource h2(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url);
        source.setUser("postern");
        source.setPassword("postern");
        return source;
    }

    private static DataSource postgresql(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** {@return the adapter, each call in a transaction of its own, as the container would make it} */
    <T> T inTransactions(Class<T> port, Function<EntityManager, T> adapter) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (proxy, method, arguments) -> {
                    try (EntityManager entities = factory.createEntityManager()) {
                        entities.getTransaction().begin();
                        try {
                            Object result = method.invoke(adapter.apply(entities), arguments);
                            entities.getTransaction().commit();
                            return result;
                        } catch (InvocationTargetException e) {
                            entities.getTransaction().rollback();
                            throw e.getCause();
                        }
                    }
                }));
    }

    /** Forgets every row, which is quicker than another database. */
    void empty() {
        factory.unwrap(SessionFactory.class).inTransaction(session -> {
            for (String table : List.of("parked_message", "trace_message", "trace_recipient", "trace_story",
                    "console_user", "return_key", "mail_user_sender", "mail_user", "destination_control")) {
                session.createNativeMutationQuery("delete from " + table).executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
