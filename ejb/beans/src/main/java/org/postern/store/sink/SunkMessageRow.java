package org.postern.store.sink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.sink.SunkMail;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.store.Bounded;
import org.postern.store.parked.ShownFields;
import org.postern.store.parked.StoredContent;

import java.time.Instant;

/** One message in the sink without its content. */
@Entity
@Table(name = "sunk_message")
class SunkMessageRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    /** Read by queries alone. */
    @SuppressWarnings("UnusedVariable")
    private String taking;
    @Column(name = "queue_id")
    private String queueId;
    @Column(name = "kept_at")
    private Instant kept;
    private String envelope;
    @Column(name = "reverse_path")
    private String reversePath;
    @Column(name = "first_recipient")
    private String firstRecipient;
    private int recipients;
    private String subject;
    private String author;
    @Column(name = "size_octets")
    private long size;

    protected SunkMessageRow() {}

    SunkMessageRow(String taking, Message message, Instant now) {
        Envelope given = message.envelope();
        ShownFields fields = ShownFields.of(message.content());
        this.taking = taking;
        queueId = message.id().text();
        kept = now;
        envelope = EnvelopeText.write(given);
        reversePath = Bounded.address(given.reversePath().address());
        recipients = given.recipients().size();
        firstRecipient = recipients == 0 ? "" : Bounded.address(given.recipients().getFirst().mailbox().toString());
        subject = fields.subject();
        author = fields.author();
        size = message.content().size();
    }

    long id() {
        return id;
    }

    long size() {
        return size;
    }

    SunkMail toMail() {
        return new SunkMail(id, new QueueId(queueId), kept, reversePath, firstRecipient, recipients, subject, author,
                size);
    }

    /** {@return the message, its content read from the store when it is opened} */
    Message toMessage(StoredContent content) {
        return new Message(new QueueId(queueId), EnvelopeText.parse(envelope).toOptional().orElseThrow(), content);
    }
}
