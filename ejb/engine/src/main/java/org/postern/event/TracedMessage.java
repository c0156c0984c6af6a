package org.postern.event;

import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the trace: a message, or the refusals of one session.
 *
 * @param key the queue id; for refusals before there is one, the session's reference
 * @param queueId empty for refusals
 * @param session reference of the SMTP session it came from; empty where there was none
 * @param arrived the first step
 * @param changed the latest step
 * @param reversePath the sender, the empty string for the null reverse-path; absent when not known
 * @param size octets; 0 where not known
 * @param progress how far it has come as a whole
 * @param recipients how many it has
 * @param firstRecipient one of them, so that a list can show it
 * @param fates how many of them have come how far
 * @param subject of a message, if it has one and Subjects are kept
 */
public record TracedMessage(String key, Optional<QueueId> queueId, Optional<String> session, Instant arrived,
        Instant changed, Optional<String> reversePath, long size, Progress progress, int recipients,
        Optional<String> firstRecipient, List<Fate> fates, Optional<String> subject) {
    public TracedMessage {
        fates = List.copyOf(fates);
    }

    /** {@return its place in the list of lines} */
    public TracePosition position() {
        return new TracePosition(arrived, key);
    }

    /** {@return the line of the trace this event belongs to; with neither message nor session, a line of its own} */
    public static String keyOf(Event event) {
        return event.queueId().map(QueueId::text).or(event::session).orElseGet(() -> "-" + event.id());
    }
}
