package org.postern.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.mail.Envelope;
import org.postern.mail.QueueId;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;

import java.time.Instant;
import java.util.Optional;

/** One parked message without its content. */
@Entity
@Table(name = "parked_message")
class ParkedMessageRow {
    /** The due time of what only a person releases. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    @Column(name = "parked_key")
    private String key;
    @Column(name = "queue_id")
    private String queueId;
    @Enumerated(EnumType.STRING)
    private ParkedMessage.Reason reason;
    private Instant due;
    @Column(name = "released_by")
    private String releasedBy;
    private String queue;
    private String destination;
    private String envelope;
    @Column(name = "reverse_path")
    private String reversePath;
    @Column(name = "first_recipient")
    private String firstRecipient;
    private int recipients;
    private int attempts;
    private Instant arrived;
    @Column(name = "size_octets")
    private long size;
    @Column(name = "last_reply")
    private String lastReply;

    protected ParkedMessageRow() {}

    ParkedMessageRow(ParkedMessage message) {
        QueuedMail mail = message.mail();
        Envelope parked = mail.message().envelope();
        key = message.key();
        queueId = mail.message().id().text();
        reason = message.reason();
        due = message.due().orElse(NEVER);
        queue = message.queue();
        destination = mail.destination().map(Destination::toString).orElse(null);
        envelope = EnvelopeText.write(parked);
        reversePath = Bounded.address(parked.reversePath().address());
        recipients = parked.recipients().size();
        firstRecipient = recipients == 0 ? "" : Bounded.address(parked.recipients().getFirst().mailbox().toString());
        attempts = mail.attempts();
        arrived = mail.arrived();
        size = mail.message().content().size();
        lastReply = Bounded.text(message.lastReply());
    }

    String key() {
        return key;
    }

    long size() {
        return size;
    }

    Optional<String> releasedBy() {
        return Optional.ofNullable(releasedBy);
    }

    /** {@return the message, its content read from the store when it is opened} */
    ParkedMessage toMessage(StoredContent content) {
        Envelope parked = EnvelopeText.parse(envelope).toOptional().orElseThrow();
        QueuedMail mail = new QueuedMail(new org.postern.mail.Message(new QueueId(queueId), parked, content), arrived,
                Optional.ofNullable(destination).map(Destination::parse), attempts);
        return new ParkedMessage(key, mail, reason, due(), queue, lastReply);
    }

    ParkedSummary toSummary() {
        return new ParkedSummary(key, new QueueId(queueId), reversePath, firstRecipient, recipients, reason, due(),
                Optional.ofNullable(destination), attempts, arrived, size, lastReply);
    }

    private Optional<Instant> due() {
        return due.equals(NEVER) ? Optional.empty() : Optional.of(due);
    }
}
