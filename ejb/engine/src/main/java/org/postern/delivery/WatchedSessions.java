package org.postern.delivery;

import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.TlsDemand;
import org.postern.routing.Destination;

import java.util.List;

/** Sessions of another making, and what their coming about says of the hosts and of their TLS. */
public final class WatchedSessions implements OutboundSessions {
    private final OutboundSessions sessions;
    private final HostHealth health;
    private final TlsMemory memory;

    public WatchedSessions(OutboundSessions sessions, HostHealth health, TlsMemory memory) {
        this.sessions = sessions;
        this.health = health;
        this.memory = memory;
    }

    @Override
    public Connected connect(Destination destination, List<NextServer> servers, TlsDemand demand) {
        Connected connected = sessions.connect(destination, servers, demand);
        switch (connected) {
            case Open(OutboundSession session) -> {
                health.reached(session.server());
                memory.opened(session);
            }
            case Refused(NextServer server, var reply) -> health.failed(server);
            case Unprotected(NextServer server, var reply, var fault) -> {
                memory.failed(destination, server, demand, String.join(" ", reply.lines()));
                // What a domain demands of its hosts is no fault of theirs, which other domains share.
                if (!(destination instanceof Destination.MailExchangers)) {
                    health.failed(server);
                }
            }
            case NotLoggedIn(NextServer server, var reply) -> health.failed(server);
            case Unreachable(NextServer server, var reason) -> health.failed(server);
            case NoConnection(var reason) -> servers.forEach(health::failed);
        }
        return connected;
    }

    @Override
    public void release(OutboundSession session) {
        sessions.release(session);
    }
}
