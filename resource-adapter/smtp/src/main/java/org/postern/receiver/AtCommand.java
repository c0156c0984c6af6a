package org.postern.receiver;

import org.postern.smtp.Reply;

/**
 * A verdict that can still be told to the client, because the message is not ours yet.
 */
public sealed interface AtCommand {
    /** Nothing against it. */
    AtCommand ACCEPT = new Accept();

    /** Nothing against it. */
    record Accept() implements AtCommand {}

    /**
     * Refused for good.
     *
     * @param reply a 5xx
     */
    record Reject(Reply reply) implements AtCommand {
        public Reject {
            if (!reply.isPermanent()) {
                throw new IllegalArgumentException("a rejection is a 5xx: " + reply);
            }
        }
    }

    /**
     * Refused for now.
     *
     * @param reply a 4xx; a 421 also ends the session
     */
    record Defer(Reply reply) implements AtCommand {
        public Defer {
            if (!reply.isTransient()) {
                throw new IllegalArgumentException("a deferral is a 4xx: " + reply);
            }
        }
    }
}
