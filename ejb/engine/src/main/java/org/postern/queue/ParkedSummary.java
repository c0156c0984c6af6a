package org.postern.queue;

import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is told about a parked message without reading it.
 *
 * @param key as in {@link ParkedMessage}
 * @param queueId name of the message
 * @param reversePath address of the sender, the empty string for the null reverse-path
 * @param firstRecipient one of the recipients
 * @param recipients how many there are
 * @param reason why it waits
 * @param due when it is taken up again; empty for what only a person releases
 * @param destination where it is headed, in {@code Destination}'s text form
 * @param attempts deliveries tried so far
 * @param arrived when the gateway took responsibility
 * @param size octets of the content
 * @param lastReply what was said last
 * @param quarantined more of mail in quarantine
 */
public record ParkedSummary(String key, QueueId queueId, String reversePath, String firstRecipient, int recipients,
        ParkedMessage.Reason reason, Optional<Instant> due, Optional<String> destination, int attempts, Instant arrived,
        long size, String lastReply, Optional<Quarantined> quarantined) {
    /** {@return the same, what was said last as this has it} */
    public ParkedSummary worded(UnaryOperator<String> words) {
        return new ParkedSummary(key, queueId, reversePath, firstRecipient, recipients, reason, due,
                destination.map(words), attempts, arrived, size, words.apply(lastReply), quarantined);
    }
}
