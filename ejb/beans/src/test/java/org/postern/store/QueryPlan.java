package org.postern.store;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How H2 answers a query that is made in the course of something else. */
public final class QueryPlan {
    private QueryPlan() {}

    /**
     * {@return the plan of the first query that is made and has these letters in it}
     *
     * @param letters of its SQL
     * @param course what makes it, with this entity manager
     */
    public static String of(EntityManager entities, String letters, Runnable course) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            run(connection, "set query_statistics false");
            run(connection, "set query_statistics true");
            course.run();
            String sql = first(
                    connection.prepareStatement("select sql_statement from information_schema.query_statistics"
                            + " where sql_statement like '%" + letters + "%'"));
            return first(connection.prepareStatement("explain " + sql));
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(PreparedStatement statement) throws SQLException {
        try (statement) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, "9");
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
