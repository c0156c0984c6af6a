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
     * @param reason why, for the trace
     */
    record Reject(Reply reply, Reason reason) implements AtCommand {
        /** Refused for a reason that the reply says. */
        public Reject(Reply reply) {
            this(reply, Reason.NONE);
        }

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
     * @param reason why, for the trace
     */
    record Defer(Reply reply, Reason reason) implements AtCommand {
        /** Deferred for a reason that the reply says. */
        public Defer(Reply reply) {
            this(reply, Reason.NONE);
        }

        public Defer {
            if (!reply.isTransient()) {
                throw new IllegalArgumentException("a deferral is a 4xx: " + reply);
            }
        }
    }
}
