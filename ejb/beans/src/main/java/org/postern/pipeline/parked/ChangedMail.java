package org.postern.pipeline.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.pipeline.Successor;
import org.postern.queue.Dispatch;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.queue.WaitingMail.Released;
import org.postern.routing.Destination;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parked mail that is to wait otherwise, or to go elsewhere, because a person says so; and the telling of it. */
@Singleton
public class ChangedMail {
    private final MailQueue queue;
    private final EventSource events;
    private final InstantSource clock;

    @Inject
    ChangedMail(MailQueue queue, EventSource events, InstantSource clock) {
        this.queue = queue;
        this.events = events;
        this.clock = clock;
    }

    /** {@return the same, kept until a person releases it} */
    public ParkedMessage held(ParkedMessage message) {
        return new ParkedMessage(message.key(), message.mail(), Reason.HELD, Optional.empty(), message.queue(),
                message.lastReply());
    }

    /** {@return the same, on its way there now, with all of its time before it} */
    public ParkedMessage redirected(ParkedMessage message, Destination destination) {
        return now(message, message.mail().to(Optional.of(destination)),
                Dispatch.queue(destination, message.mail().lane()));
    }

    /** {@return whom it is for, as people are told of it} */
    public String recipients(ParkedMessage message) {
        return Successor.names(message.mail().message().envelope().recipients());
    }

    /** {@return the same for somebody else, to be routed now; the wishes of its sender stay} */
    public ParkedMessage redirected(ParkedMessage message, Mailbox recipient) {
        Message mail = message.mail().message();
        QueuedMail changed = message.mail()
                .with(mail.with(mail.envelope().to(List.of(Successor.of(mail.envelope().recipients(), recipient)))));
        return now(message, changed.to(Optional.empty()), MailQueue.INCOMING);
    }

    private ParkedMessage now(ParkedMessage message, QueuedMail mail, String target) {
        Instant now = clock.instant();
        return new ParkedMessage(message.key(), mail.arrivedAt(now), Reason.DEFERRED, Optional.of(now), target,
                message.lastReply());
    }

    /** Outside the transaction of the database: the queue has one of its own. Durable on return. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void tellHeld(List<Released> mail, String by) throws QueueUnavailableException {
        tell(mail, one -> events.about(one.mail().message(), EventKind.PARKED)
                .reply(one.lastReply())
                .detail(Reason.HELD + " by " + by)
                .event());
    }

    /** Outside the transaction of the database: the queue has one of its own. Durable on return. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void tellRedirected(List<Released> mail, String where, String by) throws QueueUnavailableException {
        tell(mail, one -> events.about(one.mail().message(), EventKind.ROUTED)
                .destination(one.mail().destination().map(Destination::toString).orElse(where))
                .detail("redirected to " + where + " by " + by)
                .event());
    }

    /**
     * Outside the transaction of the database: the queue has one of its own. Durable on return.
     *
     * @param before whom it was for, by the key of each
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void tellReplaced(List<Released> mail, Mailbox recipient, Map<String, String> before, String by)
            throws QueueUnavailableException {
        tell(mail, one -> events.about(one.mail().message(), EventKind.ROUTED)
                .destination(recipient.toString())
                .detail("redirected to " + recipient + " by " + by + ", in place of "
                        + before.getOrDefault(one.key(), "nobody"))
                .event());
    }

    private void tell(List<Released> mail, Function<ParkedMessage, Event> telling) throws QueueUnavailableException {
        queue.post(List.of(), mail.stream().map(Released::message).map(telling).toList());
    }
}
