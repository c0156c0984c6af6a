package org.postern.store.parked;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.assessment.Assessment;
import org.postern.event.AddressKey;
import org.postern.mail.Envelope;
import org.postern.mail.QueueId;
import org.postern.queue.Arrival;
import org.postern.queue.CarriedEnvelope;
import org.postern.queue.Course;
import org.postern.queue.DeferralKind;
import org.postern.queue.Lane;
import org.postern.queue.Origin;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.store.Bounded;
import org.postern.story.AssessmentCodec;

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
    @Column(name = "sender_key")
    private String senderKey;
    /** Read by queries alone, as is the time of parking. */
    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable")
    private DeferralKind kind;
    @Column(name = "delay_told")
    private boolean delayTold;
    private Instant expires;
    private String listener;
    /** Null where nothing is known. */
    private String assessment;
    @Embedded
    @SuppressWarnings("UnusedVariable")
    private QuarantineColumns quarantined;
    @Column(name = "parked_at", insertable = false, updatable = false)
    private Instant parkedAt;

    protected ParkedMessageRow() {}

    ParkedMessageRow(ParkedMessage message) {
        key = message.key();
        queueId = message.mail().message().id().text();
        size = message.mail().message().content().size();
        quarantined = QuarantineColumns.of(message);
        become(message);
    }

    /** Waits from now on as this message does, which has the same key and content. */
    final void become(ParkedMessage message) {
        QueuedMail mail = message.mail();
        Envelope parked = mail.message().envelope();
        reason = message.reason();
        due = message.due().orElse(NEVER);
        queue = message.queue();
        destination = mail.destination().map(Destination::toString).orElse(null);
        envelope = EnvelopeText.write(mail.carried().kept());
        reversePath = Bounded.address(parked.reversePath().address());
        recipients = parked.recipients().size();
        firstRecipient = recipients == 0 ? "" : Bounded.address(parked.recipients().getFirst().mailbox().toString());
        attempts = mail.attempts();
        arrived = mail.arrived();
        delayTold = mail.course().delayTold();
        expires = mail.arrival().expires().orElse(null);
        listener = mail.arrival().listener().map(Bounded::reference).orElse(null);
        assessment = mail.arrival().assessment().isNone() ? null : AssessmentCodec.write(mail.arrival().assessment());
        senderKey = parked.reversePath().mailbox().map(sender -> senderKey(sender.toString())).orElse("");
        lastReply = Bounded.text(message.lastReply());
        kind = DeferralKind.of(lastReply);
    }

    /** {@return what the sender with this address is found by; empty for the null reverse-path} */
    static String senderKey(String address) {
        return address.isEmpty() ? "" : Bounded.address(AddressKey.of(address));
    }

    /** Waits until then, because there is no use in asking before. */
    void putOff(Instant until) {
        due = until;
        kind = DeferralKind.NOT_TRIED;
    }

    Optional<Destination> destination() {
        return Optional.ofNullable(destination).map(Destination::parse);
    }

    /** {@return whether its destination can be understood; it cannot if a newer gateway has written it} */
    boolean isReadable() {
        try {
            return destination().isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Waits for a person, because of this. */
    void hold(String why) {
        reason = ParkedMessage.Reason.HELD;
        due = NEVER;
        lastReply = Bounded.text(why);
        kind = DeferralKind.of(lastReply);
    }

    Instant arrived() {
        return arrived;
    }

    /** {@return whether the time that its sender gave it is over} */
    boolean isOver(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    boolean isDeferred() {
        return reason == ParkedMessage.Reason.DEFERRED;
    }

    /** {@return whether it waits for the way out} */
    boolean isOutgoing() {
        return queue.equals(lane().queue());
    }

    String queue() {
        return queue;
    }

    Lane lane() {
        return Lane.ofQueue(queue);
    }

    void releasedBy(String person) {
        releasedBy = person;
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
        CarriedEnvelope carried = CarriedEnvelope.of(EnvelopeText.parse(envelope).toOptional().orElseThrow());
        Arrival arrival = new Arrival(arrived, Optional.ofNullable(expires), Optional.ofNullable(listener),
                Origin.UNKNOWN, Optional.ofNullable(assessment).map(AssessmentCodec::read).orElse(Assessment.NONE),
                carried.wish(), carried.answer());
        Course course = new Course(Optional.ofNullable(destination).map(Destination::parse), Lane.ofQueue(queue),
                attempts, delayTold, false);
        QueuedMail mail = new QueuedMail(
                new org.postern.mail.Message(new QueueId(queueId), carried.envelope(), content), arrival,
                course);
        return new ParkedMessage(key, mail, reason, due(), queue, lastReply);
    }

    /** {@return when it is due; empty for what only a person releases} */
    Optional<Instant> due() {
        return due(due);
    }

    /** {@return a due time as it is outside of the database} */
    static Optional<Instant> due(Instant stored) {
        return stored.equals(NEVER) ? Optional.empty() : Optional.of(stored);
    }
}
