package org.postern.queue;

import org.postern.event.Page;
import org.postern.mail.DomainSet;
import org.postern.routing.Destination;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The other side of {@link ParkedMessages}: how what was parked is found, taken up again, and given up. */
public interface WaitingMail {
    /**
     * Hands over what is due, the longest due first, and forgets it when the taker has returned; if that fails, all of it stays
     * parked. Several callers, on several nodes, never get the same message at the same time, and never wait for each other. A crash
     * after the taker's return and before the forgetting hands the same messages over again.
     *
     * <p>Deferred mail that is not admitted waits for longer; what a person has brought forward is not asked about.
     *
     * @param limit how many are looked at
     * @throws QueueUnavailableException what the taker threw
     */
    Looked release(Instant now, int limit, Admission admission, Taker taker) throws QueueUnavailableException;

    /**
     * Makes mail for this destination due that was put off without having been tried.
     *
     * @param limit how many at most, the longest due first
     * @return how many there were
     */
    int recall(Destination destination, Instant now, int limit);

    /** {@return what is parked, the first due first, what waits for a person at the end} */
    List<ParkedSummary> list(ParkedQuery query);

    /** {@return how many there are; counting ends at {@code most}} */
    long count(ParkedFilter filter, int most);

    /** {@return how many are headed for destinations of this kind, or for none yet where it is empty; counting ends at {@code most}} */
    long count(Optional<Destination.Kind> kind, int most);

    /** {@return how many octets the contents of these have together} */
    long octets(ParkedFilter filter);

    /** {@return a page, and how many there are in all} */
    default Page<ParkedSummary> find(ParkedQuery query) {
        List<ParkedSummary> items = list(query);
        boolean isAll = query.after().isEmpty() && items.size() < query.limit();
        return new Page<>(items, isAll ? items.size() : count(query.filter(), Page.COUNTED));
    }

    /** {@return how many of these domains are parked for each reason that has any; counting ends at {@link Page#COUNTED}} */
    default Map<ParkedMessage.Reason, Long> counts(DomainSet domains) {
        Map<ParkedMessage.Reason, Long> counts = new EnumMap<>(ParkedMessage.Reason.class);
        for (ParkedMessage.Reason reason : ParkedMessage.Reason.values()) {
            long count = count(ParkedFilter.everything().within(domains).waitingFor(reason), Page.COUNTED);
            if (count > 0) {
                counts.put(reason, count);
            }
        }
        return counts;
    }

    /** {@return the destinations after this one that mail is parked for, in the order of their text forms} */
    List<String> destinations(String after, int limit);

    /** {@return those of these, at most {@link ParkedQuery#MAX_LIMIT}, that are parked and whose recipients all have one of these domains} */
    List<String> within(DomainSet domains, Collection<String> keys);

    /** Reads a message, its content included, while the reader works; {@return whether it is still parked} */
    boolean look(String key, Consumer<ParkedMessage> reader);

    /**
     * Makes these due now, whatever they wait for; {@link #release} then hands them over.
     *
     * @param by the name of the person who wants it
     * @return how many of them were still parked
     */
    int bringForward(Collection<String> keys, Instant now, String by);

    /**
     * Lets these wait otherwise than they did, after the teller has returned; if that fails, nothing changes. Key and content stay.
     *
     * @param change says how; may change the envelope, destination, queue, reason and due time
     * @param by the name of the person who wants it
     * @return how many of them were still parked, and are not just being released
     * @throws QueueUnavailableException what the teller threw
     */
    int change(Collection<String> keys, UnaryOperator<ParkedMessage> change, String by, Taker teller)
            throws QueueUnavailableException;

    /**
     * Forgets these, after the taker has returned; if that fails, all stay parked.
     *
     * @return how many of them were still parked
     * @throws QueueUnavailableException what the taker threw
     */
    int drop(Collection<String> keys, Taker taker) throws QueueUnavailableException;

    /**
     * What came of looking for mail that is due.
     *
     * @param released how many were handed over
     * @param due fewer than the limit when nothing else is due
     */
    record Looked(int released, int due) {}

    /** Takes what is released or dropped; durable on return. */
    @FunctionalInterface
    interface Taker {
        /** Takes all or, by throwing, none. The contents can be read until this returns, not after. */
        void take(List<Released> mail) throws QueueUnavailableException;
    }

    /**
     * What is no longer parked.
     *
     * @param by the person who brought it forward; empty when its time had come
     */
    record Released(ParkedMessage message, Optional<String> by) {}
}
