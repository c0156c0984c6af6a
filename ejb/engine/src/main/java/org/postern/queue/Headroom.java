package org.postern.queue;

import java.util.OptionalLong;

/** How much may still be put into the queues of mail, for one who puts in one batch after another. Used by one thread. */
public final class Headroom {
    private final Backlog backlog;
    private final int most;
    private int taken;

    /** @param most how many messages the queues may hold; where that is not known, how many are put in by one */
    public Headroom(Backlog backlog, int most) {
        this.backlog = backlog;
        this.most = most;
    }

    /** {@return how many more there may be now; 0 for none} */
    public int left() {
        OptionalLong outgoing = backlog.depth(MailQueue.OUTGOING);
        OptionalLong incoming = backlog.depth(MailQueue.INCOMING);
        long held = outgoing.isPresent() && incoming.isPresent()
                ? outgoing.getAsLong() + incoming.getAsLong()
                : taken;
        return Math.clamp(most - held, 0, most);
    }

    /** So many were put in. */
    public void took(int messages) {
        taken += messages;
    }
}
