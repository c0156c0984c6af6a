package org.postern.event;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How far a message has come for one recipient.
 *
 * @param address as it was given
 * @param kind the latest step
 * @param changed when that was
 * @param destination where it is headed, in {@code Destination}'s text form
 * @param reply what was said last about it
 */
public record TracedRecipient(String address, EventKind kind, Instant changed, Optional<String> destination,
        Optional<String> reply) {

    /** {@return the recipient as its first known step shows it} */
    public static TracedRecipient first(String address, Event event) {
        return new TracedRecipient(address, event.kind(), event.at(), event.destination(), replyOf(event));
    }

    /** {@return the recipient after this step; the same if the step is older than what is known} */
    public TracedRecipient after(Event event) {
        if (isOlder(event)) {
            return this;
        }
        return new TracedRecipient(address, event.kind(), event.at(), event.destination().or(() -> destination),
                replyOf(event).or(() -> reply));
    }

    /** {@return the same, what was said as this has it} */
    public TracedRecipient worded(UnaryOperator<String> words) {
        return new TracedRecipient(address, kind, changed, destination.map(words), reply.map(words));
    }

    public Progress progress() {
        return Progress.after(kind);
    }

    private boolean isOlder(Event event) {
        int order = event.at().compareTo(changed);
        return order < 0 || (order == 0 && event.kind().compareTo(kind) < 0);
    }

    /** Our own 250 to the client says nothing about the recipient's end of the way. */
    private static Optional<String> replyOf(Event event) {
        return event.kind() == EventKind.RECEIVED ? Optional.empty() : event.reply();
    }
}
