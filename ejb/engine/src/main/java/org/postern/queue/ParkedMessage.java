package org.postern.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * Mail that waits, for time or for a person.
 *
 * @param key idempotency key: parking the same key twice parks once
 * @param mail what waits, its destination and the recipients still open in it
 * @param reason why
 * @param due when it is taken up again; empty for what only a person releases
 * @param queue the queue it then goes to
 * @param lastReply what was said last, by the next server or by us
 */
public record ParkedMessage(String key, QueuedMail mail, Reason reason, Optional<Instant> due, String queue,
        String lastReply) {
    /** {@return the duplicate key under which it is posted when it no longer waits, by whoever held it: it goes on once} */
    public String resumptionKey() {
        return "released:" + key + ":" + mail.attempts();
    }

    /** Why mail waits. */
    public enum Reason {
        /** The next server said later. */
        DEFERRED,
        /** A person or a rule holds it. */
        HELD,
        /** Suspicious: nobody gets it before a person has looked. */
        QUARANTINED
    }
}
