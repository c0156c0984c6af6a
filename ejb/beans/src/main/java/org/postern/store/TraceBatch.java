package org.postern.store;

import org.postern.event.Event;
import org.postern.event.TracedMessage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        TraceRows rows = new TraceRows(connection);
        Map<TraceEventRow.Id, Event> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(idOf(event), event));
        Map<String, TraceLine> lines = rows
                .lines(byId.keySet().stream().map(TraceEventRow.Id::messageKey).distinct().toList());
        if (!lines.isEmpty()) {
            byId.keySet().removeAll(rows.events(lines.keySet()));
        }
        byId.forEach((id, event) -> lines.computeIfAbsent(id.messageKey(), TraceLine::unknown).after(event));
        write(lines, byId);
    }

    private static TraceEventRow.Id idOf(Event event) {
        return new TraceEventRow.Id(Bounded.reference(TracedMessage.keyOf(event)), Bounded.reference(event.id()));
    }

    private void write(Map<String, TraceLine> lines, Map<TraceEventRow.Id, Event> events) throws SQLException {
        try (TraceInserts inserts = new TraceInserts(connection)) {
            for (Map.Entry<TraceEventRow.Id, Event> event : events.entrySet()) {
                inserts.event(event.getKey(), event.getValue());
            }
            for (TraceLine line : changed(lines.values(), events.keySet())) {
                inserts.line(line);
            }
            inserts.execute();
        }
    }

    private static List<TraceLine> changed(Collection<TraceLine> lines, Set<TraceEventRow.Id> events) {
        Set<String> keys = events.stream()
                .map(TraceEventRow.Id::messageKey)
                .collect(java.util.stream.Collectors.toSet());
        return lines.stream().filter(line -> keys.contains(line.key())).toList();
    }
}
