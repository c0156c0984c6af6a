package org.postern.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.pipeline.queues.ReceivedMail;
import org.postern.policy.AfterAcceptance;
import org.postern.policy.FilterChain;
import org.postern.queue.Dispatch;
import org.postern.queue.HeldUntil;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a message that is ours already. May be asked twice for one message, after a crash: everything it does it does once,
 * by keys made from the delivery.
 */
@ApplicationScoped
public class Judgement {
    private static final String NO_WAY = "No route leads on from here; add one, then release the message";

    @Inject
    private FilterChain filters;
    @Inject
    private Dispatch dispatch;
    @Inject
    private ReturnedMail returns;
    @Inject
    private Receipts receipts;
    @Inject
    private MailQueue queue;
    @Inject
    private ParkedMessages parked;
    @Inject
    private EventSource events;
    @Inject
    private InstantSource clock;

    void on(ReceivedMail received) throws IOException, QueueUnavailableException {
        Message message = received.mail().message();
        switch (filters.afterwards(message, HeaderSection.of(message.content()))) {
            case AfterAcceptance.Accept accept -> sendOn(received);
            case AfterAcceptance.Park park -> quarantine(received, park.reason());
            case AfterAcceptance.Discard discard -> discard(message, discard.reason());
        }
    }

    private void sendOn(ReceivedMail given) throws IOException, QueueUnavailableException {
        Optional<Instant> held = heldUntil(given.mail());
        if (held.isPresent()) {
            hold(given, held.get());
            return;
        }
        ReturnedMail.Returned returned = returns.read(given);
        ReceivedMail received = returned.mail();
        Dispatch.Dispatched dispatched = receipts.with(dispatched(received), clock.instant());
        List<Event> story = new ArrayList<>(returned.events());
        story.addAll(dispatched.events());
        nowhere(received, dispatched).ifPresent(mail -> story.add(park(received, mail, MailQueue.INCOMING,
                ParkedMessage.Reason.HELD, NO_WAY)));
        List<Posting> postings = new ArrayList<>(returned.postings());
        postings.addAll(dispatched.postings());
        queue.post(postings, story);
    }

    private Optional<Instant> heldUntil(QueuedMail mail) {
        return HeldUntil.of(mail.message().envelope().parameters(), mail.arrived()).filter(clock.instant()::isBefore);
    }

    /** Its sender wants it to go on later (RFC 4865). For the retry schedule it arrives then. */
    private void hold(ReceivedMail received, Instant until) throws QueueUnavailableException {
        Dispatch.Dispatched dispatched = dispatched(received);
        List<Event> story = new ArrayList<>();
        for (Posting posting : dispatched.postings()) {
            QueuedMail mail = posting.mail();
            story.add(park(received, mail.arrivedAt(until), posting.queue(), ParkedMessage.Reason.HELD,
                    Optional.of(until),
                    "until " + until + ", as its sender wants"));
        }
        nowhere(received, dispatched).ifPresent(mail -> story.add(park(received, mail, MailQueue.INCOMING,
                ParkedMessage.Reason.HELD, NO_WAY)));
        queue.post(List.of(), story);
    }

    /** Each part waits for itself, its destination known, so that a release does not judge it again. */
    private void quarantine(ReceivedMail received, String reason) throws QueueUnavailableException {
        Dispatch.Dispatched dispatched = dispatched(received);
        List<Event> story = new ArrayList<>();
        for (Posting posting : dispatched.postings()) {
            story.add(park(received, posting.mail(), posting.queue(), ParkedMessage.Reason.QUARANTINED, reason));
        }
        nowhere(received, dispatched).ifPresent(mail -> story.add(park(received, mail, MailQueue.INCOMING,
                ParkedMessage.Reason.QUARANTINED, reason)));
        queue.post(List.of(), story);
    }

    private void discard(Message message, String reason) throws QueueUnavailableException {
        queue.post(List.of(), List.of(events.about(message, EventKind.DROPPED).detail(reason).event()));
    }

    private Dispatch.Dispatched dispatched(ReceivedMail received) {
        return dispatch.of(received.mail(), Optional.of(received.delivery()));
    }

    private static Optional<QueuedMail> nowhere(ReceivedMail received, Dispatch.Dispatched dispatched) {
        QueuedMail mail = received.mail();
        Message message = mail.message();
        return dispatched.nowhere().isEmpty()
                ? Optional.empty()
                : Optional.of(mail.with(message.with(message.envelope().to(dispatched.nowhere()))));
    }

    private Event park(ReceivedMail received, QueuedMail mail, String target, ParkedMessage.Reason why, String reason) {
        return park(received, mail, target, why, Optional.empty(), reason);
    }

    private Event park(ReceivedMail received, QueuedMail mail, String target, ParkedMessage.Reason why,
            Optional<Instant> due, String reason) {
        String destination = mail.destination().map(Object::toString).orElse("nowhere");
        parked.park(new ParkedMessage(received.delivery() + ">" + destination, mail, why, due, target,
                reason));
        return events.about(mail.message(), EventKind.PARKED)
                .destination(destination)
                .detail(why + ": " + reason)
                .event();
    }
}
