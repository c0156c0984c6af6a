package org.postern.store.trace;

import org.postern.event.EventKind;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is stored of some lines of the trace; each query is one statement, however many lines there are. */
final class TraceRows {
    private final Connection connection;

    TraceRows(Connection connection) {
        this.connection = connection;
    }

    /** {@return how much is stored of each known line} */
    Map<String, StoredExtent> extents(Collection<String> keys) throws SQLException {
        Map<String, StoredExtent> extents = new HashMap<>();
        read("select message_key, recipients, (select count(*) from trace_story s where s.message_key = asked_key)",
                "trace_message", keys,
                row -> extents.put(row.getString(1), new StoredExtent(row.getInt(3), row.getInt(2))));
        return extents;
    }

    /** {@return the lines that are known, by key, without their stories} */
    Map<String, TraceLine> lines(Collection<String> keys) throws SQLException {
        Map<String, TraceLine> lines = new HashMap<>();
        read("select message_key, arrived, changed, session_ref, reverse_path, size_octets, progress", "trace_message",
                keys,
                row -> lines.put(row.getString(1),
                        TraceLine.known(row.getString(1), instant(row, 2), instant(row, 3),
                                Optional.ofNullable(row.getString(4)), Optional.ofNullable(row.getString(5)),
                                row.getLong(6), Progress.valueOf(row.getString(7)))));
        if (!lines.isEmpty()) {
            read("select message_key, address, kind, changed, destination, reply", "trace_recipient", lines.keySet(),
                    row -> lines.get(row.getString(1))
                            .knownRecipient(new TracedRecipient(row.getString(2), EventKind.valueOf(row.getString(3)),
                                    instant(row, 4), Optional.ofNullable(row.getString(5)),
                                    Optional.ofNullable(row.getString(6)))));
        }
        return lines;
    }

    /** {@return what is known of these stories; their events are not read, but for reports and rows from before ids were kept} */
    Map<String, List<StoredPart>> stories(Set<String> keys) throws SQLException {
        Map<String, List<StoredPart>> stories = new HashMap<>();
        read("select message_key, event_ids, case when event_ids is null or has_reports then events end", "trace_story",
                keys, row -> stories.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(StoredPart.of(Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3)))));
        return stories;
    }

    /** Joins with the keys: to look for each row's key among all keys would take as many comparisons as there are rows times keys. */
    private void read(String select, String table, Collection<String> keys, Row each) throws SQLException {
        String join = select + " from unnest(cast(? as varchar array)) as asked (asked_key) join " + table
                + " on message_key = asked_key";
        try (PreparedStatement query = connection.prepareStatement(join)) {
            query.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** What is done with one row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }
}
