package org.postern.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail.Released;

import java.util.List;

/** Tells that a person has given mail up. */
@ApplicationScoped
public class Abandonment {
    @Inject
    private MailQueue queue;
    @Inject
    private EventSource events;

    /** Outside the transaction of the database: the queue has one of its own. Durable on return. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void tell(List<Released> dropped, String by) throws QueueUnavailableException {
        List<Event> told = dropped.stream()
                .map(one -> events.about(one.message().mail().message(), EventKind.DROPPED)
                        .reply(one.message().lastReply())
                        .detail("by " + by)
                        .event())
                .toList();
        queue.post(List.of(), told);
    }
}
