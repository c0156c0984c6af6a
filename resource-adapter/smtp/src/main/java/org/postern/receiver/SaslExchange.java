package org.postern.receiver;

/**
 * One authentication (RFC 4422) under way, on the server's side. Used by one thread at a time; over when it has answered with anything
 * but a {@link SaslStep.Challenge}, and abandoned in any case.
 */
public interface SaslExchange {
    /** {@return the first challenge, to a client that has named the mechanism and sent nothing with it; or why there is none} */
    SaslStep begin();

    /**
     * {@return what comes next}
     *
     * @param response what the client sent, base64 undone: an initial response, which may be empty (RFC 4954, 4), or an answer to a
     *        challenge
     */
    SaslStep respond(byte[] response);

    /** Called once at the end: there is an outcome, or the client gave up, or is gone. Frees what is held. */
    void abandon();
}
