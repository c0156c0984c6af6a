package org.postern.it.strangers;

import org.postern.it.harness.Gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A gateway's heap, as its management tells of it, in octets.
 *
 * @param used with garbage
 * @param most what it may be
 * @param kept of the old generation, what was left by its last collection
 * @param room of the old generation
 * @param collections of the old generation since the start
 * @param pause milliseconds that all of these took
 */
record Heap(long used, long most, long kept, long room, long collections, long pause) {
    static final Heap NONE = new Heap(0, 0, 0, 0, 0, 0);

    private static final Pattern NUMBER = Pattern.compile("\"(?:used|max|result)\" => (\\d+)L");
    private static final String BEANS = "/core-service=platform-mbean/type=";
    private static final String OLD = BEANS + "memory-pool/name=Tenured_Gen";
    private static final String COLLECTOR = BEANS + "garbage-collector/name=MarkSweepCompact";

    /** {@return how it is now; empty where the management does not answer} */
    static Optional<Heap> of(Gateway gateway) {
        try {
            String said = gateway.manage(BEANS + "memory:read-attribute(name=heap-memory-usage)",
                    OLD + ":read-attribute(name=collection-usage)",
                    COLLECTOR + ":read-attribute(name=collection-count)",
                    COLLECTOR + ":read-attribute(name=collection-time)");
            List<Long> found = NUMBER.matcher(said).results().map(one -> Long.parseLong(one.group(1))).toList();
            return Optional.of(new Heap(found.get(0), found.get(1), found.get(2), found.get(3), found.get(4),
                    found.get(5)));
        } catch (AssertionError noAnswer) {
            return Optional.empty();
        }
    }

    /** {@return the larger of both, in each respect} */
    Heap peak(Heap other) {
        return new Heap(Math.max(used, other.used), Math.max(most, other.most), Math.max(kept, other.kept),
                Math.max(room, other.room), Math.max(collections, other.collections), Math.max(pause, other.pause));
    }
}
