package org.postern.broker.remote;

import org.postern.queue.MailQueue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Queues of a broker elsewhere by the names they had when the gateway wrote the prefix of JMS before each: what lies in its own is moved to where it is read now,
 * by the broker itself, so that none of it is lost or kept twice. Of those of applications it says once where they are.
 */
final class FormerQueues {
    private static final String PREFIX = "jms.queue.";
    private static final Set<String> OWN = Set.of(MailQueue.OUTGOING, MailQueue.BULK, MailQueue.INCOMING,
            MailQueue.SUBMIT,
            MailQueue.SUBMIT_BULK, MailQueue.ARCHIVE, MailQueue.EVENTS, MailQueue.DEAD);

    /** Applications name their queues themselves, so no more of them are told of. */
    private static final int MOST_SAID = 100;

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

    /** One that cannot be moved now keeps no other; it is tried again the next time. */
    void comeOver(List<RemoteQueue> queues) {
        for (RemoteQueue queue : queues) {
            if (queue.name().startsWith(PREFIX)) {
                String now = queue.name().substring(PREFIX.length());
                if (OWN.contains(now)) {
                    comeOver(queue, now);
                } else if (queue.messages() + queue.consumers() > 0 && said.size() < MOST_SAID
                        && said.add(queue.name())) {
                    RemoteLog.LOG.formerQueue(queue.name(), queue.messages(), queue.consumers(), now);
                }
            }
        }
    }

    private void comeOver(RemoteQueue queue, String now) {
        if (queue.messages() - queue.delivering() - queue.scheduled() <= 0) {
            return;
        }
        try {
            RemoteLog.LOG.cameOver(mover.move(queue.name(), now), queue.name(), now);
        } catch (Exception e) {
            RemoteLog.LOG.notComeOver(queue.name(), now, e.toString());
        }
    }
}
