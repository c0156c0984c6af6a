package org.postern.store.trace;

import org.postern.event.Event;
import org.postern.event.TracedMessage;
import org.postern.store.Bounded;
import org.postern.story.EventCodec;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
    /**
     * Of stories and recipients that are held at a time, a few hundred octets each; one line with more is held by itself. A few hundred
     * messages with long stories may move within one batch.
     */
    private static final int MOST_ROWS = 10_000;

    private final Connection connection;
    private final TraceRows rows;

    TraceBatch(Connection connection) {
        this.connection = connection;
        rows = new TraceRows(connection);
    }

    void store(List<Event> events) throws SQLException {
        Map<String, List<Event>> byLine = events.stream()
                .collect(Collectors.groupingBy(TraceBatch::lineOf, LinkedHashMap::new, Collectors.toList()));
        Map<String, StoredExtent> known = rows.extents(byLine.keySet());
        try (TraceInserts inserts = new TraceInserts(connection)) {
            for (Map<String, List<Event>> some : inGroups(byLine, known)) {
                store(some, known, inserts);
            }
        }
    }

    /** {@return the same lines, so many at a time that what is known of them takes little of the heap} */
    private static List<Map<String, List<Event>>> inGroups(Map<String, List<Event>> byLine,
            Map<String, StoredExtent> known) {
        List<Map<String, List<Event>>> groups = new ArrayList<>();
        int room = 0;
        for (Map.Entry<String, List<Event>> line : byLine.entrySet()) {
            int rows = known.getOrDefault(line.getKey(), StoredExtent.NONE).rows();
            if (groups.isEmpty() || room < rows) {
                groups.add(new LinkedHashMap<>());
                room = MOST_ROWS;
            }
            groups.getLast().put(line.getKey(), line.getValue());
            room -= rows;
        }
        return groups;
    }

    private void store(Map<String, List<Event>> byLine, Map<String, StoredExtent> extents, TraceInserts inserts)
            throws SQLException {
        Map<String, TraceLine> lines = known(byLine, extents);
        byLine.forEach((key, told) -> {
            TraceLine line = lines.computeIfAbsent(key, TraceLine::unknown);
            told.forEach(line::after);
        });
        for (TraceLine line : lines.values()) {
            if (line.isChanged()) {
                inserts.line(line);
            }
        }
        inserts.execute();
    }

    /**
     * Stories before lines, lines before recipients: what another node commits in between is a row of the story that is not read, has
     * the same number as ours, and so makes this batch fail and be tried again. The other way round, its lines were overwritten by
     * what they had been.
     */
    private Map<String, TraceLine> known(Map<String, List<Event>> byLine, Map<String, StoredExtent> extents)
            throws SQLException {
        Set<String> known = new HashSet<>(byLine.keySet());
        known.retainAll(extents.keySet());
        if (known.isEmpty()) {
            return new HashMap<>();
        }
        Set<String> growing = new HashSet<>(known);
        growing.removeIf(key -> extents.get(key).isFull());
        Map<String, List<StoredPart>> stories = rows.stories(growing);
        byLine.keySet().removeIf(key -> known.contains(key) && !growing.contains(key) && isOfNoMessage(byLine, key));
        known.retainAll(byLine.keySet());
        Map<String, TraceLine> lines = rows.lines(known);
        lines.forEach((key, line) -> {
            if (growing.contains(key)) {
                stories.getOrDefault(key, List.of()).forEach(line::knownPart);
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
}
