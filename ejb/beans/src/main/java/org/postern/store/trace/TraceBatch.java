package org.postern.store.trace;

import org.postern.event.Event;
import org.postern.event.TracedMessage;
import org.postern.store.Bounded;
import org.postern.story.EventCodec;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stores a batch of events with as few statements as can be: what is known of their messages is read in one go, everything else
 * happens in memory, and the rows are written in bulk. A message seen for the first time has no stored events, so only those of
 * known messages are looked up again; and of those, no story that has come to its end.
 */
final class TraceBatch {
    private final Connection connection;

    TraceBatch(Connection connection) {
        this.connection = connection;
    }

    void store(List<Event> events) throws SQLException {
        Map<String, List<Event>> byLine = events.stream()
                .collect(Collectors.groupingBy(TraceBatch::lineOf, LinkedHashMap::new, Collectors.toList()));
        Map<String, TraceLine> lines = known(byLine);
        byLine.forEach((key, told) -> {
            TraceLine line = lines.computeIfAbsent(key, TraceLine::unknown);
            told.forEach(line::after);
        });
        write(lines);
    }

    /**
     * Stories before lines, lines before recipients: what another node commits in between is a row of the story that is not read, has
     * the same number as ours, and so makes this batch fail and be tried again. The other way round, its lines were overwritten by
     * what they had been.
     */
    private Map<String, TraceLine> known(Map<String, List<Event>> byLine) throws SQLException {
        TraceRows rows = new TraceRows(connection);
        Map<String, Integer> parts = rows.parts(byLine.keySet());
        if (parts.isEmpty()) {
            return new HashMap<>();
        }
        Set<String> growing = new HashSet<>(parts.keySet());
        growing.removeIf(key -> TraceLine.isFull(parts.get(key)));
        Map<String, List<String>> stories = rows.stories(growing);
        byLine.keySet().removeIf(key -> parts.containsKey(key) && !growing.contains(key) && isOfNoMessage(byLine, key));
        parts.keySet().retainAll(byLine.keySet());
        Map<String, TraceLine> lines = rows.lines(parts.keySet());
        lines.forEach((key, line) -> {
            if (growing.contains(key)) {
                stories.getOrDefault(key, List.of()).forEach(part -> line.knownPart(EventCodec.read(part)));
            } else {
                line.full();
            }
        });
        return lines;
    }

    /** {@return whether nothing is lost but the refusals of a session, of which there are enough} */
    private static boolean isOfNoMessage(Map<String, List<Event>> byLine, String key) {
        return byLine.get(key).stream().allMatch(event -> event.queueId().isEmpty());
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
