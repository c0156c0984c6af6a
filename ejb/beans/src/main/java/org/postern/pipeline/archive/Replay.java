package org.postern.pipeline.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.queue.Dispatch;
import org.postern.queue.Lane;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;

import java.util.List;
import java.util.Optional;

/** Hands archived mail over again, marked as such. Who handed it in has been told what became of it, and is not told again. */
@Singleton
public class Replay {
    private final MailQueue queue;
    private final EventSource events;

    @Inject
    Replay(MailQueue queue, EventSource events) {
        this.queue = queue;
        this.events = events;
    }

    /**
     * Posts it and what its story says of that. Outside the transaction of the database: the queue has one of its own.
     *
     * @param to a queue or topic of an application
     * @param by who asked for it
     * @throws QueueUnavailableException when it was not posted
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void post(QueuedMail mail, Destination to, String by) throws QueueUnavailableException {
        Posting posting = new Posting(Dispatch.queue(to, Lane.ORDINARY), mail.to(Optional.of(to)).askedFor(),
                Optional.empty());
        queue.post(List.of(posting), List.of(events.about(mail.message(), EventKind.HANDED_OVER)
                .destination(to.toString())
                .detail("once more, out of the archive, by " + by)
                .event()));
    }
}
