package org.postern.receiver;

import org.postern.mail.QueueId;
import org.postern.smtp.Reply;

/** What became of a message whose content has fully arrived. */
public sealed interface Reception {
    /**
     * Durably kept: the transaction that holds the message is committed, and only therefore may the client hear 250.
     *
     * @param id the message's name, put into the 250
     */
    record Queued(QueueId id) implements Reception {}

    /**
     * Not kept; the client still owns it.
     *
     * @param reply a 4xx or 5xx
     * @param reason why, for the trace
     */
    record Refused(Reply reply, Reason reason) implements Reception {
        /** Refused for a reason that the reply says. */
        public Refused(Reply reply) {
            this(reply, Reason.NONE);
        }

        public Refused {
            if (reply.isPositive()) {
                throw new IllegalArgumentException("a refusal is a 4xx or 5xx: " + reply);
            }
        }
    }
}
