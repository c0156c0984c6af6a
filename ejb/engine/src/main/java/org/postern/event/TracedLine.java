package org.postern.event;

import java.util.Optional;

/**
 * A line of the trace as an answer to a query.
 *
 * @param message the line
 * @param recipient the first of those who were sought, by address, progress or both; if none was, the first of all
 * @param sought how many of its recipients were; 0 where the line was found by something else
 */
public record TracedLine(TracedMessage message, Optional<TracedRecipient> recipient, int sought) {
    /** {@return what was said last, where it is said of the one recipient that matters here} */
    public Optional<String> lastWords() {
        return sought > 0 || message.recipients() == 1 ? recipient.flatMap(TracedRecipient::reply) : Optional.empty();
    }
}
