package org.postern.delivery.probe;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.OutboundSession;
import org.postern.delivery.OutboundSessions;
import org.postern.delivery.tls.TlsDemand;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sessions with some servers alone: to the others nothing is sent, not even what opens a connection. For one thread. */
final class FencedSessions implements OutboundSessions {
    static final Sentence HELD_BACK = Sentence.form("addressIsInside",
            "not asked: its address is inside, and no route leads there").with();

    private final OutboundSessions sessions;
    private final Predicate<NextServer> may;
    private final Transcript transcript;
    private final Set<NextServer> heldBack = new HashSet<>();

    FencedSessions(OutboundSessions sessions, Predicate<NextServer> may, Transcript transcript) {
        this.sessions = sessions;
        this.may = may;
        this.transcript = transcript;
    }

    /** {@return whether a server was not asked that would have been} */
    boolean hasHeldBack() {
        return !heldBack.isEmpty();
    }

    @Override
    public Connected connect(Destination destination, List<NextServer> servers, TlsDemand demand) {
        List<NextServer> outside = servers.stream().filter(may).toList();
        servers.stream()
                .filter(server -> !outside.contains(server) && heldBack.add(server))
                .forEach(server -> transcript.failed(server, HELD_BACK.toString()));
        if (outside.isEmpty()) {
            return servers.size() == 1
                    ? new Unreachable(servers.getFirst(), HELD_BACK)
                    : new NoConnection(HELD_BACK);
        }
        Connected connected = sessions.connect(destination, outside, demand);
        switch (connected) {
            case Open open -> {
                // what is said in it is heard
            }
            case Refused refused -> {
                // its reply was heard
            }
            case Unprotected unprotected -> transcript.note(unprotected.server(), unprotected.reply().toString());
            case NotLoggedIn not -> transcript.note(not.server(), not.reply().toString());
            case Unreachable lost -> transcript.note(lost.server(), lost.reason().toString());
            case NoConnection none -> {
                // each was told of
            }
        }
        return connected;
    }

    @Override
    public void release(OutboundSession session) {
        sessions.release(session);
    }
}
