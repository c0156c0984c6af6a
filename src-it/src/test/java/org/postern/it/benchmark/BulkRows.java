package org.postern.it.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes rows straight into the database of a gateway that does not run. The database makes them itself, many at a time. */
final class BulkRows {
    private static final int AT_ONCE = 50_000;
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String INDEX = "CREATE INDEX ";

    private final Connection connection;
    private final boolean isH2;

    private BulkRows(Connection connection, boolean isH2) {
        this.connection = connection;
        this.isH2 = isH2;
    }

    /** Gives a statement what its parameters are, if it has any. */
    @FunctionalInterface
    interface Parameters {
        void into(String insert, PreparedStatement statement) throws SQLException;
    }

    /**
     * Writes them; fails when that takes longer than a quarter of an hour.
     *
     * @param inserts one for each table, which takes its numbers {@code x} from {@code RANGE}, and calls arrays of octets {@code OCTETS}
     */
    static void write(String url, String user, String password, int count, List<String> inserts, Parameters parameters)
            throws SQLException {
        boolean isH2 = url.startsWith("jdbc:h2:");
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            BulkRows rows = new BulkRows(connection, isH2);
            List<String> indexes = isH2 ? rows.indexes() : List.of();
            rows.execute(indexes.stream().map(BulkRows::drop).toList());
            rows.execute(isH2 ? List.of("set referential_integrity false") : List.of());
            connection.setAutoCommit(false);
            rows.write(count, inserts, parameters);
            connection.setAutoCommit(true);
            rows.execute(indexes);
            rows.execute(
                    isH2 ? List.of("set referential_integrity true", "shutdown compact") : List.of("vacuum analyze"));
        }
    }

    /** {@return the statements that make the indexes} H2 makes them in a fraction of the time when the rows are there. */
    private List<String> indexes() throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet script = sql.executeQuery("script nodata nopasswords nosettings")) {
            while (script.next()) {
                statements.add(script.getString(1));
            }
        }
        return statements.stream().filter(one -> one.startsWith(INDEX)).toList();
    }

    private static String drop(String index) {
        return "drop index " + index.substring(INDEX.length(), index.indexOf(" ON "));
    }

    private void execute(List<String> statements) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private void write(int count, List<String> inserts, Parameters parameters) throws SQLException {
        Instant end = Instant.now().plus(LIMIT);
        for (int from = 0; from < count; from += AT_ONCE) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("after " + LIMIT.toMinutes() + " minutes there were " + from + " rows");
            }
            int to = Math.min(from + AT_ONCE, count) - 1;
            for (String insert : inserts) {
                write(insert, from, to, parameters);
            }
            connection.commit();
        }
    }

    private void write(String insert, int from, int to, Parameters parameters) throws SQLException {
        String sql = insert.replace("OCTETS", isH2 ? "varbinary(65536)" : "bytea")
                .replace("RANGE", (isH2 ? "system_range(" : "generate_series(") + from + ", " + to + ") as s(x)");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.into(insert, statement);
            statement.executeUpdate();
        }
    }
}
