package org.postern.store.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.archive.ArchivedMail;
import org.postern.assessment.Assessment;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.queue.Arrival;
import org.postern.queue.CarriedEnvelope;
import org.postern.queue.Course;
import org.postern.queue.Lane;
import org.postern.queue.Origin;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.store.Bounded;
import org.postern.store.parked.ShownFields;
import org.postern.store.parked.StoredContent;
import org.postern.story.AssessmentCodec;

import java.time.Instant;
import java.util.Optional;

/** One archived message without its content. */
@Entity
@Table(name = "archived_message")
class ArchivedMessageRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    /** Read by queries alone. */
    @SuppressWarnings("UnusedVariable")
    private String taking;
    private String place;
    /** Read by queries alone. */
    @Column(name = "keep_until")
    @SuppressWarnings("UnusedVariable")
    private Instant until;
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
    private Instant arrived;
    private Instant expires;
    @Enumerated(EnumType.STRING)
    private Lane lane;
    private String assessment;
    private String origin;

    protected ArchivedMessageRow() {}

    ArchivedMessageRow(String taking, QueuedMail mail, Instant time, Optional<Instant> until) {
        Message message = mail.message();
        Envelope given = message.envelope();
        ShownFields fields = ShownFields.of(message.content());
        this.taking = taking;
        this.until = until.orElse(null);
        place = place(mail.destination().orElseThrow());
        queueId = message.id().text();
        kept = time;
        envelope = EnvelopeText.write(mail.carried().kept());
        reversePath = Bounded.address(given.reversePath().address());
        recipients = given.recipients().size();
        firstRecipient = recipients == 0 ? "" : Bounded.address(given.recipients().getFirst().mailbox().toString());
        subject = fields.subject();
        author = fields.author();
        size = message.content().size();
        arrived = mail.arrived();
        lane = mail.lane();
        expires = mail.arrival().expires().orElse(null);
        assessment = mail.arrival().assessment().isNone() ? null : AssessmentCodec.write(mail.arrival().assessment());
        origin = mail.arrival().origin().equals(Origin.UNKNOWN) ? null : OriginText.write(mail.arrival().origin());
    }

    /** However badly a sink behaves, it is the same place. */
    private static String place(Destination destination) {
        return destination instanceof Destination.Sink ? Destination.SINK : destination.toString();
    }

    long id() {
        return id;
    }

    long size() {
        return size;
    }

    ArchivedMail line() {
        return new ArchivedMail(id, new QueueId(queueId), place, kept, reversePath, firstRecipient, recipients, subject,
                author, size);
    }

    /** {@return the message on its way to where it was handed over, its content read from the store when it is opened} */
    QueuedMail toMail(StoredContent content) {
        CarriedEnvelope carried = CarriedEnvelope.of(EnvelopeText.parse(envelope).toOptional().orElseThrow());
        Arrival arrival = new Arrival(arrived, Optional.ofNullable(expires), Optional.empty(),
                Optional.ofNullable(origin).map(OriginText::read).orElse(Origin.UNKNOWN),
                Optional.ofNullable(assessment).map(AssessmentCodec::read).orElse(Assessment.NONE),
                carried.wish(), carried.answer());
        return new QueuedMail(new Message(new QueueId(queueId), carried.envelope(), content), arrival,
                Course.UNROUTED.in(lane).to(Optional.of(Destination.parse(place))));
    }
}
