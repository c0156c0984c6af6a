package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.access.Caller;
import org.postern.admin.parked.ParkedMail;
import org.postern.admin.server.ListenerView;
import org.postern.admin.server.QueueView;
import org.postern.admin.server.Remarks;
import org.postern.admin.server.ServerView;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage.Reason;

import java.util.List;
import java.util.Map;

/** Listeners, queues and parked mail in numbers, read once for each look. */
@Named
@RequestScoped
public class QueuesView {
    @Inject
    private ServerView server;
    @Inject
    private ParkedMail parkedMail;
    @Inject
    private Remarks remarks;

    private List<QueueView> queues;
    private List<ListenerView> listeners;
    private Map<Reason, Long> parked;

    /** {@return what should be seen to} */
    public List<String> getRemarks() {
        return Caller.ofWhom().isAll() ? remarks.all() : List.of();
    }

    public List<QueueView> getQueues() {
        if (queues == null) {
            queues = server.queues();
        }
        return queues;
    }

    public List<ListenerView> getListeners() {
        if (listeners == null) {
            listeners = server.listeners();
        }
        return listeners;
    }

    /** {@return depth of one of the gateway's own queues} */
    private long depth(String name) {
        return getQueues().stream().filter(queue -> queue.name().equals(name)).mapToLong(QueueView::depth).sum();
    }

    public long getSessions() {
        return getListeners().stream().mapToLong(ListenerView::sessions).sum();
    }

    public long getAccepted() {
        return getListeners().stream().mapToLong(ListenerView::accepted).sum();
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
        if (parked == null) {
            parked = parkedMail.counts();
        }
        return parked.getOrDefault(reason, 0L);
    }
}
