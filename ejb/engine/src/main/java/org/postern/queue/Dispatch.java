package org.postern.queue;

import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Message;
import org.postern.mail.Recipient;
import org.postern.routing.Destination;
import org.postern.routing.Router;
import org.postern.routing.Way;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a message on its ways: one posting for each destination, with the event that tells of it.
 *
 * @param router says where each recipient goes
 * @param events tells of it
 */
public record Dispatch(Router router, EventSource events) {
    /**
     * What is to be posted in one transaction.
     *
     * @param postings one for each destination
     * @param events one for each posting
     * @param nowhere those whom no way is for; whoever asked has to care for them
     */
    public record Dispatched(List<Posting> postings, List<Event> events, List<Recipient> nowhere) {}

    /**
     * {@return what is to be posted of this message, which has just arrived} Nothing has happened yet.
     *
     * @param delivery names what brought the message here, if it may bring it again: the second time nothing is posted
     */
    public Dispatched of(Message message, Instant arrived, Optional<String> delivery) {
        return of(new QueuedMail(message, arrived, Optional.empty(), 0), delivery);
    }

    /** The same of mail that was already in a queue. */
    public Dispatched of(QueuedMail mail, Optional<String> delivery) {
        Message message = mail.message();
        List<Way> ways = router.ways(message.envelope());
        List<Posting> postings = new ArrayList<>(ways.size());
        List<Event> told = new ArrayList<>(ways.size() + 1);
        List<Recipient> nowhere = List.of();
        for (Way way : ways) {
            Message part = message.with(message.envelope().to(way.recipients()));
            switch (way) {
                case Way.To to -> {
                    postings.add(posting(mail.with(part), to.destination(), delivery));
                    told.add(event(part, to.destination()));
                }
                case Way.Nowhere none -> nowhere = none.recipients();
            }
        }
        return new Dispatched(postings, told, nowhere);
    }

    private static Posting posting(QueuedMail part, Destination destination, Optional<String> delivery) {
        return new Posting(queue(destination, part.lane()), part.to(Optional.of(destination)),
                delivery.map(name -> name + ">" + destination));
    }

    /** {@return the queue that mail in this lane is posted to for this destination} */
    public static String queue(Destination destination, Lane lane) {
        return destination instanceof Destination.ApplicationQueue application
                ? application.name()
                : lane.queue();
    }

    private Event event(Message part, Destination destination) {
        EventKind kind = destination instanceof Destination.ApplicationQueue ? EventKind.HANDED_OVER : EventKind.ROUTED;
        return events.about(part, kind).destination(destination.toString()).event();
    }
}
