package org.postern.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

class SchemaTest {
    @Test
    void whatWasParkedBeforeIsFoundBySenderRecipientAndKind() throws Exception {
        DataSource database = TestDatabase.emptySource();
        Schema.migrate(database, "5");
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            park(sql, "k1", "\"a/@b\"@One.example", "x@two.example", "452 4.2.2 full", "one.example/\"a/@b\"",
                    "two.example/x");
            park(sql, "k2", "c@one.example", "C@one.example", "451 4.7.1 greylisted", "one.example/c");
            park(sql, "k3", "", "x@two.example", "421 4.4.2 gone", "two.example/x");
            park(sql, "k4", "d@one.example", "x@two.example", "450-4.7.25 no name", "one.example/d", "two.example/x");
            park(sql, "k5", "d@one.example", "x@two.example", "450 4.2.20 later", "one.example/d", "two.example/x");
        }

        Schema.migrate(database);

        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            assertThat(lines(sql, "select parked_key, sender_key, kind from parked_message order by parked_key"))
                    .containsExactly("k1 one.example/\"a/@b\" FULL", "k2 one.example/c GREYLISTED", "k3  NETWORK",
                            "k4 one.example/d POLICY", "k5 one.example/d OTHER");
            assertThat(lines(sql, "select parked_key, address_key, recipient from parked_address"
                    + " where not recipient order by parked_key")).extracting(line -> line.substring(0, 2))
                    .containsExactly("k1", "k4", "k5");
        }
    }

    @Test
    void whatWasTracedBeforeTellsHowManyRecipientsHaveComeHowFar() throws Exception {
        DataSource database = TestDatabase.emptySource();
        Schema.migrate(database, "28");
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(
                    """
                            insert into trace_message (message_key, arrived, changed, size_octets, progress, recipients) values
                            ('k1', current_timestamp, current_timestamp, 0, 'WAITING', 3), ('k2', current_timestamp,
                            current_timestamp, 0, 'DELIVERED', 1), ('k3', current_timestamp, current_timestamp, 0, 'REFUSED', 0)""");
            sql.execute(
                    """
                            insert into trace_recipient (message_key, address, address_key, kind, changed) values
                            ('k1', 'a', 'a', 'BOUNCED_BACK', current_timestamp), ('k1', 'b', 'b', 'PARKED', current_timestamp),
                            ('k1', 'c', 'c', 'FAILED', current_timestamp), ('k2', 'a', 'a', 'HANDED_OVER', current_timestamp)""");
        }

        Schema.migrate(database);

        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            assertThat(lines(sql, "select message_key, failed, waiting from trace_message order by message_key"))
                    .containsExactly("k1 2 1", "k2 0 0", "k3 0 0");
            assertThat(lines(sql, "select message_key, delivered, refused from trace_message order by message_key"))
                    .containsExactly("k1 0 0", "k2 1 0", "k3 0 0");
        }
    }

    private static void park(Statement sql, String key, String from, String to, String reply, String... found)
            throws SQLException {
        sql.execute(
                """
                        insert into parked_message (parked_key, queue_id, reason, due, queue, envelope, reverse_path, first_recipient,
                        recipients, attempts, arrived, size_octets, last_reply) values ('%1$s', 'Q', 'DEFERRED', current_timestamp,
                        'postern.outgoing', 'MAIL FROM:<%2$s>\r\nRCPT TO:<%3$s>\r\n', '%2$s', '%3$s', 1, 1, current_timestamp, 0, '%4$s')"""
                        .formatted(key, from, to, reply));
        for (String address : found) {
            sql.execute("insert into parked_address (parked_key, address_key) values ('" + key + "', '" + address
                    + "')");
        }
    }

    private static List<String> lines(Statement sql, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return lines;
    }
}
