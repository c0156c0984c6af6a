package org.postern.queue;

import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.ReversePath;
import org.postern.routing.Destination;
import org.postern.routing.Expansion;
import org.postern.routing.Itinerary;
import org.postern.routing.Router;
import org.postern.routing.Way;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a message on its ways: one posting for each destination, with the event that tells of it.
 *
 * @param router says where each recipient goes
 * @param events tells of it
 */
public record Dispatch(Router router, EventSource events) {
    /** The longest ending of a key that stands as it is. */
    private static final int LONGEST_ENDING = 255;
    /** Recipients whom lists stand for, together with the others of the message; more of them are bulk. */
    private static final int MANY = 1000;
    private static final String BULK = "; bulk: lists make more than " + MANY + " recipients of it";
    /** A path made for what is forwarded is another one the next day. */
    private static final String FORWARDED = " forwarded";

    /**
     * What is to be posted in one transaction.
     *
     * @param postings one for each destination
     * @param events what happened to the recipients
     * @param nowhere those whom no way is for; whoever asked has to care for them
     * @param expansions the recipients who stand for others
     */
    public record Dispatched(List<Posting> postings, List<Event> events, List<Way.Nowhere> nowhere,
            List<Expansion> expansions) {}

    /** {@return the same, in the bulk lane if it goes to so many by lists that others would wait for it, and nobody has asked for haste} */
    private static QueuedMail inLane(QueuedMail mail, Itinerary itinerary) {
        long recipients = itinerary.ways().stream().mapToLong(way -> way.envelope().recipients().size()).sum();
        boolean isBulk = recipients > MANY && !itinerary.expansions().isEmpty()
                && !Priority.isRaised(mail.message().envelope());
        return isBulk ? mail.in(Lane.BULK) : mail;
    }

    /** {@return whether it is better seen to when the client has its reply} */
    public boolean isForLater(Envelope envelope, Optional<String> listener) {
        return router.isForLater(envelope, listener);
    }

    /**
     * {@return what is to be posted of this mail} Nothing has happened yet.
     *
     * @param given as it came; what lists make so large that others would wait for it goes on in the bulk lane
     * @param delivery names what brought the message here, if it may bring it again: the second time nothing is posted
     */
    public Dispatched of(QueuedMail given, Optional<String> delivery) {
        Message message = given.message();
        Itinerary itinerary = router.itinerary(message.envelope(), given.arrival().listener());
        QueuedMail mail = inLane(given, itinerary);
        List<Posting> postings = new ArrayList<>(itinerary.ways().size());
        List<Event> told = new ArrayList<>(itinerary.ways().size() + 1);
        List<Way.Nowhere> nowhere = new ArrayList<>();
        itinerary.expansions().forEach(expansion -> told.add(event(message, expansion)));
        for (Way way : itinerary.ways()) {
            Message part = message.with(way.envelope());
            switch (way) {
                case Way.To to -> {
                    postings.add(posting(mail.with(part), to, key(delivery, to, message.envelope(), postings)));
                    told.add(event(mail.with(part), to, mail.lane() == given.lane() ? "" : BULK));
                }
                case Way.Discarded discarded -> told.add(events.about(part, EventKind.DROPPED)
                        .detail("discarded by " + discarded.reason())
                        .telling(discarded(mail.with(part), discarded))
                        .event());
                case Way.Nowhere none -> nowhere.add(none);
            }
        }
        return new Dispatched(postings, told, nowhere, itinerary.expansions());
    }

    private static Posting posting(QueuedMail part, Way.To way, Optional<String> key) {
        return new Posting(queue(way.destination(), part.lane()), part.to(Optional.of(way.destination())), key);
    }

    /** Two postings for one destination differ by whom reports go to, or come one after another. */
    private static Optional<String> key(Optional<String> delivery, Way.To way, Envelope given, List<Posting> before) {
        ReversePath sender = way.envelope().reversePath();
        long like = before.stream()
                .map(Posting::mail)
                .filter(mail -> mail.destination().equals(Optional.of(way.destination()))
                        && mail.message().envelope().reversePath().equals(sender))
                .count();
        String told = sender.equals(given.reversePath()) ? "" : way.isForwarded() ? FORWARDED : sender.toString();
        String ending = way.destination() + told
                + (like == 0 ? "" : "#" + like);
        String bounded = ending.length() <= LONGEST_ENDING
                ? ending
                : UUID.nameUUIDFromBytes(ending.getBytes(StandardCharsets.UTF_8)).toString();
        return delivery.map(name -> name + ">" + bounded);
    }

    /** {@return the queue or topic that mail in this lane is posted to for this destination} */
    public static String queue(Destination destination, Lane lane) {
        return switch (destination) {
            case Destination.ApplicationQueue(String name) -> name;
            case Destination.ApplicationTopic(String name) -> name;
            default -> lane.queue();
        };
    }

    private Event event(QueuedMail part, Way.To way, String lane) {
        boolean isEnd = way.destination().isApplication();
        return events.about(part.message(), isEnd ? EventKind.HANDED_OVER : EventKind.ROUTED)
                .destination(way.destination().toString())
                .detail(way.reason() + lane)
                .telling(isEnd ? part.telling(SubmissionOutcome.DELIVERED) : Optional.empty())
                .event();
    }

    private static Optional<Telling> discarded(QueuedMail part, Way.Discarded way) {
        return part.telling(SubmissionOutcome.FAILED)
                .map(telling -> telling.because(Telling.Ground.of("discarded by " + way.reason())));
    }

    private Event event(Message message, Expansion expansion) {
        return events.about(message, EventKind.EXPANDED)
                .to(List.of(expansion.original()))
                .detail(expansion.reason().toString())
                .event();
    }
}
