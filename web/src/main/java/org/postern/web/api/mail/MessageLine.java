package org.postern.web.api.mail;

import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.TracedLine;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message, or the refusals of one session, as a list shows it.
 *
 * @param key names it; the queue id of a message
 * @param queueId left out for refusals
 * @param session reference of the SMTP session it came from
 * @param sender the empty string for the null reverse-path; left out where it is not known
 * @param size octets; 0 where not known
 * @param recipients how many it has
 * @param recipient the first of those who were sought, or the first of all
 * @param lastWords what was said last, where it is said of this one recipient
 * @param fates how many of them have come how far
 */
public record MessageLine(String key, Optional<String> queueId, Optional<String> session, Instant arrived,
        Instant changed, Optional<String> sender, long size, Progress progress, int recipients,
        Optional<String> recipient, Optional<String> lastWords, Optional<String> subject, List<Fate> fates) {
    static MessageLine of(TracedLine line) {
        return of(line.message(), line.recipient().map(TracedRecipient::address).or(line.message()::firstRecipient),
                line.lastWords());
    }

    static MessageLine of(TracedMessage message) {
        return of(message, message.firstRecipient(), Optional.empty());
    }

    private static MessageLine of(TracedMessage message, Optional<String> recipient, Optional<String> words) {
        return new MessageLine(message.key(), message.queueId().map(QueueId::text), message.session(),
                message.arrived(), message.changed(), message.reversePath(), message.size(), message.progress(),
                message.recipients(), recipient, words, message.subject(), message.fates());
    }
}
