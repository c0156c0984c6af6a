package org.postern.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.postgresql.ds.PGSimpleDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
public final class TestDatabase implements AutoCloseable {
    private static final String IN_MEMORY = "jdbc:h2:mem:";
    private static final String STAYING = ";DB_CLOSE_DELAY=-1";

    private final EntityManagerFactory factory;
    private final Checkpoint checkpoint;

    public TestDatabase() {
        this(System.getProperty("postern.test.db", IN_MEMORY + UUID.randomUUID() + STAYING));
    }

    public TestDatabase(String url) {
        DataSource source = source(url);
        Schema.migrate(source);
        checkpoint = new Checkpoint(source);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        factory = Persistence.createEntityManagerFactory("postern", settings);
    }

    private static DataSource source(String url) {
        return url.startsWith("jdbc:h2:") ? h2(url) : postgresql(url);
    }

    /** {@return a place for a schema, with nothing in it: a database in memory, or a PostgreSQL schema of its own} */
    public static DataSource emptySource() throws SQLException {
        String url = System.getProperty("postern.test.db", IN_MEMORY + UUID.randomUUID() + STAYING);
        DataSource source = source(url);
        if (url.startsWith(IN_MEMORY)) {
            return source;
        }
        try (Connection connection = source.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists older cascade");
            sql.execute("create schema older");
        }
        return source(url + (url.indexOf('?') < 0 ? "?" : "&") + "currentSchema=older");
    }

    static JdbcDataSource h2(String url) {
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
    public <T> T inTransactions(Class<T> port, Function<EntityManager, T> adapter) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (proxy, method, arguments) -> {
                    try (EntityManager entities = factory.createEntityManager()) {
                        entities.getTransaction().begin();
                        try {
                            method.setAccessible(true);
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

    /** Something that is begun in a transaction. */
    @FunctionalInterface
    public interface Begun {
        void with(EntityManager entities) throws Exception;
    }

    /** Begins it, and breaks the connection before the transaction is committed. */
    public int untilTheConnectionBreaks(Begun begun) throws Exception {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            begun.with(entities);
            entities.unwrap(Session.class).doWork(Connection::close);
            return 0;
        }
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** {@return how many rows a table has} */
    public long rows(String table) {
        return factory.unwrap(SessionFactory.class)
                .fromSession(session -> session.createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult());
    }

    /** Forgets every row, which is quicker than another database. */
    public void empty() {
        factory.unwrap(SessionFactory.class).inTransaction(session -> {
            for (String table : List.of("parked_message", "archived_message", "trace_message", "trace_recipient",
                    "trace_story",
                    "setting", "setting_past", "admin_edit", "admin_audit", "console_session", "console_way",
                    "password_link",
                    "console_user",
                    "return_key",
                    "return_sender", "return_wish", "conversation",
                    "mail_user_sender", "mail_user", "application_sender", "application_queue", "application_account",
                    "destination_control",
                    "sts_policy", "tls_count", "mail_route", "mail_alias", "list_entry", "mail_rule",
                    "greylist_contact",
                    "signing_key",
                    "learning_sample", "learning_model_part", "learning_model", "dmarc_count", "sent_report",
                    "received_line", "received_report", "digest_link", "flow_figure", "node")) {
                session.createNativeMutationQuery("delete from " + table).executeUpdate();
            }
            session.createNativeMutationQuery(
                    "update learning_state set taught = 0, learnt = 0, active = 0, doubted = 0, owner = ''")
                    .executeUpdate();
            session.createNativeMutationQuery(
                    "update report_sending set owner = '', dmarc_done = date '2000-01-01', tls_done = date '2000-01-01'")
                    .executeUpdate();
            session.createNativeMutationQuery(
                    "update digest_state set told_until = null, place = '', owner = '', owned_until = told_since")
                    .executeUpdate();
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
