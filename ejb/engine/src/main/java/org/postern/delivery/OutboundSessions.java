package org.postern.delivery;

import org.postern.routing.Destination;
import org.postern.smtp.Reply;

import java.util.Optional;

/**
 * Sessions with next servers, those that lie idle and new ones. Safe for many threads; a session belongs to the caller until it
 * is given back.
 */
public interface OutboundSessions {
    /** {@return an idle session with a server of this destination; it may have been closed by the server meanwhile} */
    Optional<OutboundSession> idle(Destination destination);

    /**
     * Connects to a server of this destination, or takes an idle session with that very server. Blocks.
     *
     * @param demand what protects the session; one that does not meet it is never returned
     */
    Connected connect(Destination destination, NextServer server, TlsDemand demand);

    /** Gives a session back: for the next message if it is still of use, to be closed if not. Never fails. */
    void release(OutboundSession session);

    /** Gives a session back as it was taken: nothing was said on it. Never fails. */
    void putBack(OutboundSession session);

    /** How connecting went. */
    sealed interface Connected {}

    /** The server takes mail. */
    record Open(OutboundSession session) implements Connected {}

    /** The server does not want to talk to us: a 4xx or 5xx. */
    record Refused(Reply reply) implements Connected {}

    /** There is no session that is protected as demanded: a 4xx in our own words. */
    record Unprotected(Reply reply) implements Connected {}

    /** There is no connection, or no understandable reply on it; in a few words. */
    record Unreachable(String reason) implements Connected {}
}
