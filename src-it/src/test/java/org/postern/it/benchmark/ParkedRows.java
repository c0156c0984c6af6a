package org.postern.it.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes parked messages of 1 KB for one recipient each straight into the database of a gateway that does not run: nine of ten deferred,
 * one held, from 5000 senders to 1000 destinations. The database makes the rows itself, many at a time.
 */
final class ParkedRows {
    private static final int AT_ONCE = 50_000;
    private static final int SIZE = 1024;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private static final String INDEX = "CREATE INDEX ";

    private static final String KEY = "'ID:' || lpad(cast(x as varchar(8)), 8, '0') || '>later'";
    private static final String SENDER = "'s' || mod(x, 5000)";
    private static final String DOMAIN = "'d' || mod(x, 1000) || '.example'";
    private static final String MESSAGES = """
            insert into parked_message (parked_key, queue_id, reason, due, queue, destination, envelope, reverse_path, first_recipient,
            recipients, attempts, arrived, size_octets, last_reply, sender_key, kind)
            select KEY, lpad(cast(x as varchar(8)), 16, '0'), case when mod(x, 10) = 0 then 'HELD' else 'DEFERRED' end,
            case when mod(x, 10) = 0 then timestamp with time zone '9999-01-01 00:00:00+00'
                else timestamp with time zone 'DUE' + x * interval '0.02' second end,
            'postern.outgoing', 'mx:' || DOMAIN,
            'MAIL FROM:<' || SENDER || '@client.example>\r\nRCPT TO:<r' || x || '@' || DOMAIN || '>\r\n',
            SENDER || '@client.example', 'r' || x || '@' || DOMAIN, 1, mod(x, 7) + 1,
            timestamp with time zone 'DUE' - interval '7200' second, 1024, '451 4.3.0 later', 'client.example/' || SENDER, 'OTHER'
            from RANGE""";
    private static final String SENDERS = """
            insert into parked_address (parked_key, address_key, recipient)
            select KEY, 'client.example/' || SENDER, false from RANGE""";
    private static final String RECIPIENTS = """
            insert into parked_address (parked_key, address_key, recipient)
            select KEY, DOMAIN || '/r' || x, true from RANGE""";
    private static final String PARTS = """
            insert into parked_part (parked_key, part_number, octets) select KEY, 0, cast(? as OCTETS) from RANGE""";

    private final Connection connection;
    private final boolean isH2;
    private final Instant firstDue;

    private ParkedRows(Connection connection, boolean isH2, Instant firstDue) {
        this.connection = connection;
        this.isH2 = isH2;
        this.firstDue = firstDue;
    }

    /** Writes them; fails when that takes longer than a quarter of an hour. */
    static void write(String url, String user, String password, int count, Instant firstDue) throws SQLException {
        boolean isH2 = url.startsWith("jdbc:h2:");
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            ParkedRows rows = new ParkedRows(connection, isH2, firstDue);
            List<String> indexes = isH2 ? rows.indexes() : List.of();
            rows.execute(indexes.stream().map(ParkedRows::drop).toList());
            rows.execute(isH2 ? List.of("set referential_integrity false") : List.of());
            connection.setAutoCommit(false);
            rows.write(count);
            connection.setAutoCommit(true);
            rows.execute(indexes);
            rows.execute(
                    isH2 ? List.of("set referential_integrity true", "shutdown compact") : List.of("vacuum analyze"));
        }
    }

    /** {@return the statements that make the indexes of parked mail} H2 makes them in a fraction of the time when the rows are there. */
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

    private void write(int count) throws SQLException {
        Instant end = Instant.now().plus(LIMIT);
        for (int from = 0; from < count; from += AT_ONCE) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("after " + LIMIT.toMinutes() + " minutes there were " + from + " rows");
            }
            int to = Math.min(from + AT_ONCE, count) - 1;
            for (String rows : List.of(MESSAGES, SENDERS, RECIPIENTS, PARTS)) {
                write(rows, from, to);
            }
            connection.commit();
        }
    }

    private void write(String rows, int from, int to) throws SQLException {
        String sql = rows.replace("KEY,", KEY + ",")
                .replace("SENDER", SENDER)
                .replace("DOMAIN", DOMAIN)
                .replace("DUE", firstDue.toString())
                .replace("OCTETS", isH2 ? "varbinary(65536)" : "bytea")
                .replace("RANGE", (isH2 ? "system_range(" : "generate_series(") + from + ", " + to + ") as s(x)");
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            if (rows.equals(PARTS)) {
                insert.setBytes(1, content());
            }
            insert.executeUpdate();
        }
    }

    /** {@return the number of the how manieth deferred row, counted from 1} */
    static int deferred(int count) {
        return 10 * ((count - 1) / 9) + (count - 1) % 9 + 1;
    }

    static String key(int i) {
        return "ID:%08d>later".formatted(i);
    }

    static Instant due(int i, Instant firstDue) {
        return firstDue.plusMillis(20L * i);
    }

    private static byte[] content() {
        byte[] octets = new byte[SIZE];
        Arrays.fill(octets, (byte) 'x');
        byte[] header = "Subject: parked\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, octets, 0, header.length);
        octets[SIZE - 2] = '\r';
        octets[SIZE - 1] = '\n';
        return octets;
    }
}
