package org.postern.queue;

import java.util.OptionalLong;

/** How much lies in the queues, so that nobody fills them faster than they are emptied. */
@FunctionalInterface
public interface Backlog {
    /**
     * {@return how many messages the queue holds, those being worked on among them, those that are for later not; empty where that
     * cannot be known}
     */
    OptionalLong depth(String queue);

    /** {@return whether there is surely no queue of this name} */
    default boolean lacks(String queue) {
        return depth(MailQueue.OUTGOING).isPresent() && depth(queue).isEmpty();
    }
}
