package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.access.Caller;
import org.postern.admin.overview.Overview;
import org.postern.admin.overview.OverviewDesk;
import org.postern.admin.server.ListenerView;
import org.postern.admin.server.QueueView;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.sentence.Sentence;

import java.util.List;

/** Listeners, queues and parked mail in numbers, as they were a few seconds ago at most. */
@Named
@RequestScoped
public class QueuesView {
    @Inject
    private OverviewDesk desk;

    private Overview overview;

    private Overview overview() {
        if (overview == null) {
            overview = desk.now();
        }
        return overview;
    }

    /** {@return what keeps mail out, and what should be seen to} */
    public List<Sentence> getRemarks() {
        return Caller.ofWhom().isAll() ? overview().troubles() : List.of();
    }

    public List<QueueView> getQueues() {
        return overview().queues();
    }

    private List<ListenerView> listeners() {
        return overview().listeners();
    }

    /** {@return depth of one of the gateway's own queues} */
    private long depth(String name) {
        return getQueues().stream().filter(queue -> queue.name().equals(name)).mapToLong(QueueView::depth).sum();
    }

    public long getSessions() {
        return listeners().stream().mapToLong(ListenerView::sessions).sum();
    }

    public long getAccepted() {
        return listeners().stream().mapToLong(ListenerView::accepted).sum();
    }

    public long getIncoming() {
        return depth(MailQueue.INCOMING) + depth(MailQueue.SUBMIT) + depth(MailQueue.SUBMIT_BULK);
    }

    public long getOutgoing() {
        return depth(MailQueue.OUTGOING) + depth(MailQueue.BULK);
    }

    public long getDead() {
        return depth(MailQueue.DEAD);
    }

    public long getApplications() {
        return getQueues().stream().filter(QueueView::isOfApplication).mapToLong(QueueView::depth).sum();
    }

    /** {@return messages that a delivery is going on for} */
    public long getDelivering() {
        return getQueues().stream()
                .filter(queue -> queue.name().equals(MailQueue.OUTGOING) || queue.name().equals(MailQueue.BULK))
                .mapToLong(QueueView::delivering)
                .sum();
    }

    public long getDeferred() {
        return parked(Reason.DEFERRED);
    }

    public long getForAPerson() {
        return parked(Reason.HELD) + parked(Reason.QUARANTINED);
    }

    private long parked(Reason reason) {
        return overview().parked().getOrDefault(reason, 0L);
    }
}
