package org.postern.net;

import org.postern.delivery.NextServer;
import org.postern.delivery.OutboundSession;
import org.postern.routing.Destination;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions that lie idle, the one used last on top: found by server, and by the destination they were last used for. */
final class IdleSessions {
    private record Idle(OutboundSession session, Instant since) {}

    private final Map<NextServer, Deque<Idle>> byServer = new HashMap<>();
    private final Map<Destination, NextServer> lastServers = new HashMap<>();

    synchronized void add(OutboundSession session, Instant now) {
        byServer.computeIfAbsent(session.server(), server -> new ArrayDeque<>()).push(new Idle(session, now));
        lastServers.put(session.destination(), session.server());
    }

    synchronized Optional<OutboundSession> take(Destination destination) {
        return Optional.ofNullable(lastServers.get(destination)).flatMap(this::take);
    }

    synchronized Optional<OutboundSession> take(NextServer server) {
        Deque<Idle> idle = byServer.get(server);
        return idle == null ? Optional.empty() : Optional.ofNullable(idle.poll()).map(Idle::session);
    }

    /** Takes those that lie idle since before that time; forgets the servers and destinations that have none left. */
    synchronized List<OutboundSession> takeOlderThan(Instant time) {
        List<OutboundSession> taken = new ArrayList<>();
        for (Iterator<Deque<Idle>> servers = byServer.values().iterator(); servers.hasNext();) {
            Deque<Idle> idle = servers.next();
            while (!idle.isEmpty() && idle.peekLast().since().isBefore(time)) {
                taken.add(idle.removeLast().session());
            }
            if (idle.isEmpty()) {
                servers.remove();
            }
        }
        lastServers.values().removeIf(server -> !byServer.containsKey(server));
        return taken;
    }
}
