package org.postern.queue;

import java.util.List;
import java.util.OptionalLong;

/** How much may still be put into the queues of mail, for one who puts in one batch after another. Used by one thread. */
public final class Headroom {
    /** However full the queues are. */
    private static final int A_FEW = 10;

    private final Backlog backlog;
    private final int most;
    private final List<String> queues;
    private int taken;

    /**
     * Headroom in these queues together.
     *
     * @param most how many messages the queues may hold; where that is not known, how many are put in by one
     */
    public Headroom(Backlog backlog, int most, String... queues) {
        this.backlog = backlog;
        this.most = most;
        this.queues = List.of(queues);
    }

    /** {@return how many more there may be now; 0 for none} */
    public int left() {
        return Math.clamp(most - held(), 0, most);
    }

    private long held() {
        long held = 0;
        for (String queue : queues) {
            OptionalLong depth = backlog.depth(queue);
            if (depth.isEmpty()) {
                return taken;
            }
            held += depth.getAsLong();
        }
        return held;
    }

    /** {@return how many there may be to begin with: a few always, so that what comes in slows down what waits, and never stops it} */
    public int first() {
        return Math.max(A_FEW, left());
    }

    /** So many were put in. */
    public void took(int messages) {
        taken += messages;
    }
}
