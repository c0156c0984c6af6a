package org.postern.event;

import org.postern.assessment.Assessment;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One step of a message's story. Written in the transaction of the step itself, so that it is true exactly if the step is.
 *
 * @param id unique; the same event stored twice is stored once
 * @param at when
 * @param kind what
 * @param queueId of which message; empty for a refusal before there is one
 * @param session reference of the SMTP session it came from; empty where there was none
 * @param reversePath address of the sender, the empty string for the null reverse-path; absent when not known
 * @param recipients addresses the step is about; of a report of others, whom it names
 * @param peer the other side: client or next server, as {@code name [address]:port}
 * @param destination where the message is headed, in {@code Destination}'s text form
 * @param reply what was said, by us to a client or by the next server to us
 * @param size octets of the content; 0 where not known
 * @param detail anything else worth telling, such as the due time or the subject
 * @param assessment what was found about the message and why it was decided so, where that is news in this step
 * @param header what people tell the message by, in the step in which it became ours
 * @param telling what the application whose submission it was is told in the same transaction; no part of the story
 */
public record Event(String id, Instant at, EventKind kind, Optional<QueueId> queueId, Optional<String> session,
        Optional<String> reversePath, List<String> recipients, Optional<String> peer, Optional<String> destination,
        Optional<String> reply, long size, Optional<String> detail, Assessment assessment, HeaderFacts header,
        Optional<Telling> telling) {
    public Event {
        recipients = List.copyOf(recipients);
    }

    /** A step of which no application is told. */
    public Event(String id, Instant at, EventKind kind, Optional<QueueId> queueId, Optional<String> session,
            Optional<String> reversePath, List<String> recipients, Optional<String> peer, Optional<String> destination,
            Optional<String> reply, long size, Optional<String> detail, Assessment assessment, HeaderFacts header) {
        this(id, at, kind, queueId, session, reversePath, recipients, peer, destination, reply, size, detail,
                assessment, header, Optional.empty());
    }

    /** {@return the same step, told with this detail in place of its own} */
    public Event withDetail(String other) {
        return new Event(id, at, kind, queueId, session, reversePath, recipients, peer, destination, reply, size,
                Optional.of(other), assessment, header, telling);
    }

    /** {@return the same step, told of these recipients alone} */
    public Event withRecipients(List<String> others) {
        return new Event(id, at, kind, queueId, session, reversePath, others, peer, destination, reply, size, detail,
                assessment, header, telling);
    }

    /** {@return the same step, its words as this has them} What was said by others, what was noted, where it is headed, and what was seen in it are words. */
    public Event worded(UnaryOperator<String> words) {
        return new Event(id, at, kind, queueId, session, reversePath, recipients, peer, destination.map(words),
                reply.map(words), size, detail.map(words), assessment.worded(words), header, telling);
    }

    /** {@return the same step, which says nothing of the header section} */
    public Event withoutHeader() {
        return new Event(id, at, kind, queueId, session, reversePath, recipients, peer, destination, reply, size,
                detail,
                assessment, HeaderFacts.NONE, telling);
    }

    /** {@return the recipients who come further by this step; a report to the sender is about none, one of others about {@link #reported}} */
    public List<String> moved() {
        return kind == EventKind.BOUNCED || kind == EventKind.BOUNCED_BACK ? List.of() : recipients;
    }

    /**
     * {@return those among the known recipients of the message whom the report of another server means} Nobody gets into a story by being
     * named in a report. Whoever reports on a message with a single recipient can mean no other, whatever name he has for him.
     *
     * @param known addresses as they stand in the story
     */
    public List<String> reported(Collection<String> known) {
        if (kind != EventKind.BOUNCED_BACK) {
            return List.of();
        }
        List<String> named = known.stream()
                .filter(address -> recipients.stream().anyMatch(address::equalsIgnoreCase))
                .toList();
        return named.isEmpty() && known.size() == 1 ? List.copyOf(known) : named;
    }

    /** {@return the step as it is told of a message with these recipients} */
    public Event toldOf(Collection<String> known) {
        return kind == EventKind.BOUNCED_BACK
                ? new Event(id, at, kind, queueId, session, reversePath, reported(known), peer, destination, reply,
                        size, detail, assessment, header, telling)
                : this;
    }
}
