package org.postern.broker.remote;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Queues of a broker elsewhere by the names they had when the gateway wrote the prefix of JMS before each: what lies in its own is moved to where it is read now,
 * by the broker itself, so that none of it is lost or kept twice. Of those of applications it says once where they are.
 */
final class FormerQueues {
    private static final String PREFIX = "jms.queue.";
    private static final String OWN = PREFIX + "postern.";

    private final Mover mover;
    private final Set<String> said = new HashSet<>();

    FormerQueues(Mover mover) {
        this.mover = mover;
    }

    /** Moves messages within the broker. */
    @FunctionalInterface
    interface Mover {
        long move(String queue, String address) throws Exception;
    }

    void comeOver(List<RemoteQueue> queues) throws Exception {
        for (RemoteQueue queue : queues) {
            String now = queue.name().substring(Math.min(PREFIX.length(), queue.name().length()));
            if (queue.name().startsWith(OWN) && queue.messages() > 0) {
                RemoteLog.LOG.cameOver(mover.move(queue.name(), now), queue.name(), now);
            } else if (queue.name().startsWith(PREFIX) && !queue.name().startsWith(OWN)
                    && queue.messages() + queue.consumers() > 0 && said.add(queue.name())) {
                RemoteLog.LOG.formerQueue(queue.name(), queue.messages(), queue.consumers(), now);
            }
        }
    }
}
