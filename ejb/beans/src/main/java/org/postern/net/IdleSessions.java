package org.postern.net;

import org.postern.delivery.OutboundSession;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.TlsDemand;
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

/**
 * Sessions that lie idle, the one used last on top: found by server. One in which
 * we are logged in, or that speaks LMTP, serves destinations of its own kind and name alone.
 */
final class IdleSessions {
    private record Idle(OutboundSession session, Instant since) {}

    private static final Deque<Idle> NO_SESSIONS = new ArrayDeque<>();

    private final Map<NextServer, Deque<Idle>> byServer = new HashMap<>();

    synchronized void add(OutboundSession session, Instant now) {
        byServer.computeIfAbsent(session.server(), server -> new ArrayDeque<>()).push(new Idle(session, now));
    }

    /** Takes a session with this server that is protected as demanded. */
    synchronized Optional<OutboundSession> take(Destination destination, NextServer server, TlsDemand demand) {
        Iterator<Idle> idle = byServer.getOrDefault(server, NO_SESSIONS).iterator();
        while (idle.hasNext()) {
            OutboundSession session = idle.next().session();
            if (demand.isMetBy(session.protection()) && serves(session.destination(), destination)) {
                idle.remove();
                return Optional.of(session);
            }
        }
        return Optional.empty();
    }

    private static boolean serves(Destination last, Destination wanted) {
        return last.equals(wanted)
                || (last instanceof Destination.MailExchangers && wanted instanceof Destination.MailExchangers);
    }

    /** Takes those that lie idle since before that time; forgets the servers that have none left. */
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
        return taken;
    }
}
