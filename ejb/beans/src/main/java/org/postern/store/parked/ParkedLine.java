package org.postern.store.parked;

import org.postern.assessment.QuarantineKind;
import org.postern.mail.QueueId;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedSummary;
import org.postern.queue.Quarantined;

import java.time.Instant;
import java.util.Optional;

/** What a query reads of a parked message for a list: everything but the envelope, which may be long. */
record ParkedLine(String key, String queueId, String reversePath, String firstRecipient, int recipients,
        ParkedMessage.Reason reason, Instant due, String destination, int attempts, Instant arrived, long size,
        String lastReply, QuarantineKind quarantine, double score, String subject, String author, Instant parkedAt) {
    /** The same components, of an entity {@code p}. */
    static final String SELECT = """
            select new org.postern.store.parked.ParkedLine(p.key, p.queueId, p.reversePath, p.firstRecipient, p.recipients,
            p.reason, p.due, p.destination, p.attempts, p.arrived, p.size, p.lastReply, p.quarantined.kind, p.quarantined.score,
            p.quarantined.subject, p.quarantined.author, p.parkedAt) from ParkedMessageRow p""";

    ParkedSummary toSummary() {
        return new ParkedSummary(key, new QueueId(queueId), reversePath, firstRecipient, recipients, reason,
                ParkedMessageRow.due(due), Optional.ofNullable(destination), attempts, arrived, size, lastReply,
                quarantined());
    }

    private Optional<Quarantined> quarantined() {
        return reason == ParkedMessage.Reason.QUARANTINED
                ? Optional.of(new Quarantined(Optional.ofNullable(quarantine).orElse(QuarantineKind.MALWARE), score,
                        subject, author, parkedAt))
                : Optional.empty();
    }
}
