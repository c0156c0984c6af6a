package org.postern.admin.people;

import jakarta.inject.Singleton;
import org.postern.admin.people.ConsoleSessions.Known;
import org.postern.limit.Latest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who was let in last on this node, for as long as the database does not answer. What ends here ends for this memory first, so that no outage brings it back.
 */
@Singleton
public class RememberedSessions {
    private static final int MOST = 1000;

    private final Map<String, Known> byHash = new Latest<>(MOST);

    synchronized void put(Known known) {
        byHash.put(known.session().hash(), known);
    }

    synchronized Optional<Known> find(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    synchronized void saw(String hash, Instant when) {
        byHash.computeIfPresent(hash, (same, known) -> new Known(known.session().seenAt(when), known.person()));
    }

    synchronized void end(String hash) {
        byHash.remove(hash);
    }

    synchronized void endAllOf(String person) {
        byHash.values().removeIf(known -> known.session().person().equals(person));
    }
}
