package org.postern.store;

import org.postern.event.Event;
import org.postern.event.TracedMessage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stores a batch of events with as few statements as can be: what is known of their messages is read in one go, everything else
 * happens in memory, and the rows are written in bulk. A message seen for the first time has no stored events, so only those of
 * known messages are looked up again.
 */
final class TraceBatch {
    private final Connection connection;

    TraceBatch(Connection connection) {
        this.connection = connection;
    }

    void store(List<Event> events) throws SQLException {
        Map<String, List<Event>> byLine = events.stream()
                .collect(Collectors.groupingBy(TraceBatch::lineOf, LinkedHashMap::new, Collectors.toList()));
        TraceRows rows = new TraceRows(connection);
        Map<String, TraceLine> lines = rows.lines(byLine.keySet());
        if (!lines.isEmpty()) {
            rows.stories(lines);
        }
        byLine.forEach((key, told) -> {
            TraceLine line = lines.computeIfAbsent(key, TraceLine::unknown);
            told.forEach(line::after);
        });
        write(lines);
    }

    private static String lineOf(Event event) {
        return Bounded.reference(TracedMessage.keyOf(event));
    }

    private void write(Map<String, TraceLine> lines) throws SQLException {
        try (TraceInserts inserts = new TraceInserts(connection)) {
            for (TraceLine line : lines.values()) {
                if (line.isChanged()) {
                    inserts.line(line);
                }
            }
            inserts.execute();
        }
    }
}
