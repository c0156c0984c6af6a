package org.postern.queue;

/**
 * The lines that outgoing mail stands in. Each has a queue and sessions of its own, so that much mail of the one kind keeps nothing of
 * the other waiting; the priority of a message counts within its lane.
 */
public enum Lane {
    /** What somebody waits for. */
    ORDINARY(MailQueue.OUTGOING),
    /** What goes to many, and may take its time. */
    BULK(MailQueue.BULK);

    private final String queue;

    Lane(String queue) {
        this.queue = queue;
    }

    /** {@return the queue of this lane} */
    public String queue() {
        return queue;
    }

    /** {@return the lane that has this queue; the ordinary one where none has} */
    public static Lane ofQueue(String queue) {
        return BULK.queue.equals(queue) ? BULK : ORDINARY;
    }
}
