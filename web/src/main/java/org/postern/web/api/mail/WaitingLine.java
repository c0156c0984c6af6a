package org.postern.web.api.mail;

import org.postern.assessment.QuarantineKind;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedSummary;
import org.postern.queue.Quarantined;

import java.time.Instant;
import java.util.Optional;

/**
 * Mail that waits, as a list shows it.
 *
 * @param key names it
 * @param sender the empty string for the null reverse-path
 * @param recipient one of the recipients
 * @param recipients how many there are
 * @param due when it is taken up again; left out for what only a person releases
 * @param attempts deliveries tried so far
 * @param size octets of the content
 * @param lastReply what was said last
 * @param quarantine more of mail in quarantine
 */
public record WaitingLine(String key, String queueId, String sender, String recipient, int recipients, Reason reason,
        Optional<Instant> due, Optional<String> destination, int attempts, Instant arrived, long size, String lastReply,
        Optional<Suspicious> quarantine) {
    /** Why it is in quarantine, and what people tell it by. */
    public record Suspicious(QuarantineKind kind, double score, String subject, String author, Instant since) {
        static Suspicious of(Quarantined one) {
            return new Suspicious(one.kind(), one.score(), one.subject(), one.author(), one.since());
        }
    }

    static WaitingLine of(ParkedSummary one) {
        return new WaitingLine(one.key(), one.queueId().text(), one.reversePath(), one.firstRecipient(),
                one.recipients(), one.reason(), one.due(), one.destination(), one.attempts(), one.arrived(), one.size(),
                one.lastReply(), one.quarantined().map(Suspicious::of));
    }
}
