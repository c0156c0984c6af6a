package org.postern.smtp.client;

import org.postern.smtp.Reply;

/** How a session began. */
public sealed interface Opening {
    /**
     * The server takes mail.
     *
     * @param extensions what it offered in reply to EHLO
     */
    record Ready(Extensions extensions) implements Opening {}

    /**
     * The server does not want to talk to us, now or at all.
     *
     * @param reply a 4xx or 5xx to the connection, to EHLO or to HELO
     */
    record Refused(Reply reply) implements Opening {}

    /**
     * TLS was demanded, or tried, and did not come about. The connection is of no use; nothing but EHLO and STARTTLS was said on it.
     *
     * @param reply a 454 in our own words: 4.7.4 where the server has none, 4.7.5 where its certificate does not do,
     *        4.7.0 where anything else went wrong, which another time it may not
     */
    record Unprotected(Reply reply) implements Opening {}

    /**
     * The server does not believe who we are, or cannot be told. The connection is of no use.
     *
     * @param reply a 454 4.7.8 in our own words, with the server's inside; never with a secret
     */
    record LoginFailed(Reply reply) implements Opening {}

    /**
     * No understandable reply.
     *
     * @param step which reply was missing
     * @param reason what happened, in a few words
     */
    record Lost(Step step, String reason) implements Opening {}
}
