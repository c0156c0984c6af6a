package org.postern.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The story of every message, kept for searching. Durable; holds millions. */
public interface Trace {
    /** The longest story that is told. A store may end a story earlier, and says so in its last event; the line goes on without it. */
    int LONGEST_STORY = 10_000;

    /**
     * Stores all events or none; durable on return. An event that is stored already changes nothing, and the order in which events
     * come does not matter.
     *
     * @throws RuntimeException when the store cannot take them; then nothing is stored and the caller must try again later
     */
    void store(List<Event> events);

    /** {@return the lines asked for, the latest first} */
    TracePage find(TraceQuery query);

    /** {@return the line with this key} */
    Optional<TracedMessage> message(String key);

    /** {@return the recipients of a line, in alphabetical order, at most {@link #LONGEST_STORY}} */
    List<TracedRecipient> recipients(String key);

    /** {@return the events of one line in order of time, at most {@link #LONGEST_STORY}; none if the key is unknown} */
    List<Event> story(String key);

    /** {@return the lines of one session, the earliest first: its messages and its refusals, at most 1000} */
    List<TracedMessage> session(String reference);

    /** {@return when the oldest line that is kept arrived; empty when none is} */
    Optional<Instant> oldest();

    /**
     * Forgets lines that arrived before.
     *
     * @param limit how many at most
     * @return how many were forgotten; fewer than the limit when nothing is left to forget
     */
    int purge(Instant before, int limit);
}
