package org.postern.smtp.server;

/**
 * One authentication (RFC 4422) under way, on the server's side. Used by one thread at a time; over when it has answered with anything
 * but a {@link SaslStep.Challenge}, or was abandoned.
 */
public interface SaslExchange {
    /**
     * {@return what comes next}
     *
     * @param response what the client sent, base64 undone; empty at the start for a mechanism without an initial response
     */
    SaslStep respond(byte[] response);

    /** The client gave up, or is gone. */
    void abandon();
}
