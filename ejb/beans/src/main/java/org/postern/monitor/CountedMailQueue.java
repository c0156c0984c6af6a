package org.postern.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.JmsMailQueue;
import org.postern.event.Event;
import org.postern.metric.Meters;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;

import java.util.List;

/** The queues of the broker, where what was posted is counted: every step of mail but refusals goes by here, and none that the broker has not taken. */
@Singleton
public class CountedMailQueue implements MailQueue {
    private final MailQueue queue;
    private final Meters meters;

    @Inject
    CountedMailQueue(JmsMailQueue queue, Meters meters) {
        this((MailQueue) queue, meters);
    }

    CountedMailQueue(MailQueue queue, Meters meters) {
        this.queue = queue;
        this.meters = meters;
    }

    @Override
    public void post(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
        long begun = meters.now();
        queue.post(mail, events);
        meters.committed(begun);
        meters.happened(events);
    }

    @Override
    public void tell(List<Event> events) {
        queue.tell(events);
    }
}
