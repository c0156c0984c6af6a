package org.postern.delivery;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.util.List;

/**
 * Sessions with next servers, those that lie idle and new ones. Safe for many threads; a session belongs to the caller until it
 * is given back.
 */
public interface OutboundSessions {
    /**
     * Takes an idle session with one of these servers, which may have closed it meanwhile, or connects to the one that answers first (RFC 8305). Blocks.
     *
     * @param servers addresses of one host, at least one, the best first
     * @param demand what protects the session; one that does not meet it is never returned
     */
    Connected connect(Destination destination, List<NextServer> servers, TlsDemand demand);

    /** Gives a session back: for the next message if it is still of use, to be closed if not. Never fails. */
    void release(OutboundSession session);

    /** How connecting went. */
    sealed interface Connected {}

    /** The server takes mail. */
    record Open(OutboundSession session) implements Connected {}

    /** A server does not want to talk to us: a 4xx or 5xx. */
    record Refused(NextServer server, Reply reply) implements Connected {}

    /** There is no session that is protected as demanded: a 4xx in our own words. */
    record Unprotected(NextServer server, Reply reply, TlsFault fault) implements Connected {}

    /** The server does not believe who we are, or cannot be told now: a 4xx in our own words. */
    record NotLoggedIn(NextServer server, Reply reply) implements Connected {}

    /** One server cannot be connected to, or gives no understandable reply; in a few words. */
    record Unreachable(NextServer server, Sentence reason) implements Connected {}

    /** None of several addresses answered; in a few words. */
    record NoConnection(Sentence reason) implements Connected {}
}
