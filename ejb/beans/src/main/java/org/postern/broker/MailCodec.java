package org.postern.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.client.PropertyNames;
import org.postern.contents.Contents;
import org.postern.contents.PostedContents;
import org.postern.event.Answer;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.queue.Arrival;
import org.postern.queue.CarriedEnvelope;
import org.postern.queue.Course;
import org.postern.queue.Lane;
import org.postern.queue.Origin;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.smtp.wire.Parsed;
import org.postern.story.AssessmentCodec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Mail as a JMS message: the octets of the content as the body, everything else as properties. What applications read of them is a
 * contract, whose names are in {@link PropertyNames}; the names here are the gateway's own.
 */
public final class MailCodec {
    static final String DESTINATION = "postern_destination";
    static final String ATTEMPTS = "postern_attempts";
    /** Whether the sender was told that it takes longer. */
    static final String DELAY_TOLD = "postern_delayTold";
    /** Whether a person has asked for the next attempt; absent where nobody did. */
    static final String ASKED = "postern_asked";

    /** The ways to authenticate a sender, each with what it came to. */
    private static final Map<String, String> METHODS = Map.of(PropertyNames.SPF, "spf", PropertyNames.DKIM, "dkim",
            PropertyNames.DMARC, "dmarc", PropertyNames.ARC, "arc");

    /** By which the broker takes a message once, whoever sends it again. */
    public static final String DUPLICATE_KEY = "_AMQ_DUPL_ID";

    private MailCodec() {}

    /**
     * {@return the message to send}
     *
     * @param contents where to keep large content of mail for the gateway's own queues; empty when the message has to carry all of it
     * @throws IOException when the content cannot be read
     */
    static BytesMessage encode(Session session, Posting posting, Optional<PostedContents> contents)
            throws JMSException, IOException {
        QueuedMail mail = posting.mail();
        BytesMessage message = session.createBytesMessage();
        boolean isOwn = OwnMail.QUEUES.contains(posting.queue());
        describe(message, mail, isOwn ? mail.carried().kept() : mail.message().envelope());
        if (isOwn && mail.course().asked()) {
            message.setBooleanProperty(ASKED, true);
        }
        if (!isOwn) {
            summarise(message, mail);
            if (mail.arrival().answer().isPresent()) {
                describe(message, mail.arrival().answer().get());
            }
        }
        if (posting.duplicateKey().isPresent()) {
            message.setStringProperty(DUPLICATE_KEY, posting.duplicateKey().get());
        }
        Content content = mail.message().content();
        if (contents.isPresent() && content.size() >= MailBody.LARGE && isOwn) {
            OwnMail.write(message, content, contents.get());
        } else {
            MailBody.write(message, content);
        }
        return message;
    }

    /** For those who read or select by single properties; the gateway itself reads the envelope as a whole. */
    private static void summarise(BytesMessage message, QueuedMail mail) throws JMSException {
        Envelope envelope = mail.message().envelope();
        List<Recipient> recipients = envelope.recipients();
        message.setIntProperty(PropertyNames.CONTRACT, PropertyNames.CONTRACT_VERSION);
        message.setStringProperty(PropertyNames.REVERSE_PATH, envelope.reversePath().address());
        message.setStringProperty(PropertyNames.RECIPIENT,
                recipients.isEmpty() ? "" : recipients.getFirst().mailbox().toString());
        message.setIntProperty(PropertyNames.RECIPIENT_COUNT, recipients.size());
        if (mail.course().asked()) {
            message.setBooleanProperty(PropertyNames.REPLAYED, true);
        }
    }

    private static void describe(BytesMessage message, QueuedMail mail, Envelope envelope) throws JMSException {
        message.setStringProperty(PropertyNames.QUEUE_ID, mail.message().id().text());
        message.setStringProperty(PropertyNames.ENVELOPE, EnvelopeText.write(envelope));
        message.setLongProperty(PropertyNames.ARRIVED, mail.arrived().toEpochMilli());
        message.setIntProperty(ATTEMPTS, mail.attempts());
        message.setLongProperty(PropertyNames.SIZE, mail.message().content().size());
        if (mail.lane() != Lane.ORDINARY) {
            message.setStringProperty(PropertyNames.LANE, mail.lane().name());
        }
        if (mail.course().delayTold()) {
            message.setBooleanProperty(DELAY_TOLD, true);
        }
        if (mail.arrival().expires().isPresent()) {
            message.setLongProperty(PropertyNames.EXPIRES, mail.arrival().expires().get().toEpochMilli());
        }
        describe(message, told(mail));
        if (!mail.arrival().assessment().isNone()) {
            describe(message, mail.arrival().assessment());
        }
        if (mail.destination().isPresent()) {
            message.setStringProperty(DESTINATION, mail.destination().get().toString());
        }
    }

    private static void describe(BytesMessage message, Answer answer) throws JMSException {
        message.setStringProperty(PropertyNames.ANSWER, answer.kind().word());
        message.setStringProperty(PropertyNames.ANSWERS_TO, answer.question().text());
        if (answer.correlation().isPresent()) {
            message.setJMSCorrelationID(answer.correlation().get());
        }
    }

    /** {@return what whoever reads it needs of who handed it in: an application all, the stage that routes it that and its listener, the way out nothing} */
    private static Origin told(QueuedMail mail) {
        Origin origin = mail.arrival().origin();
        return mail.destination()
                .map(place -> place.isApplication() ? origin : Origin.UNKNOWN)
                .orElseGet(() -> origin.by(mail.arrival().listener()));
    }

    private static void describe(BytesMessage message, Origin origin) throws JMSException {
        write(message, PropertyNames.CLIENT_ADDRESS, origin.client());
        write(message, PropertyNames.CLIENT_NAME, origin.clientName());
        write(message, PropertyNames.HELO, origin.helo());
        write(message, PropertyNames.TLS, origin.tls());
        write(message, PropertyNames.USER, origin.user());
        write(message, PropertyNames.LISTENER, origin.listener());
    }

    private static void write(BytesMessage message, String property, Optional<String> value) throws JMSException {
        if (value.isPresent()) {
            message.setStringProperty(property, value.get());
        }
    }

    private static void describe(BytesMessage message, Assessment assessment) throws JMSException {
        message.setStringProperty(PropertyNames.ASSESSMENT, AssessmentCodec.write(assessment));
        if (assessment.verdict() != Verdict.NONE) {
            message.setStringProperty(PropertyNames.VERDICT, assessment.verdict().word());
            message.setDoubleProperty(PropertyNames.SCORE, assessment.score());
            for (Map.Entry<String, String> method : METHODS.entrySet()) {
                message.setStringProperty(method.getKey(), assessment.result(method.getValue()));
            }
        }
    }

    /**
     * {@return the mail this message carries; to be closed when it has been dealt with, which is when its content ends}
     *
     * @param spool folder for content too large for memory
     * @param contents what messages refer to
     * @throws JMSException when the broker fails
     * @throws IOException when the spool is full or out of reach
     * @throws IllegalArgumentException when a property is missing or malformed, or the content is gone: redelivery will not help
     */
    public static ReceivedMail decode(BytesMessage message, Path spool, Contents contents)
            throws JMSException, IOException {
        CarriedEnvelope carried = CarriedEnvelope.of(envelope(required(message, PropertyNames.ENVELOPE)));
        QueueId id = new QueueId(required(message, PropertyNames.QUEUE_ID));
        Arrival arrival = arrival(message, carried);
        Course course = course(message);
        OwnMail.Taken taken = OwnMail.read(message, spool, contents);
        return new ReceivedMail(delivery(message),
                new QueuedMail(new Message(id, carried.envelope(), taken.content()), arrival, course), taken.holding());
    }

    /** What somebody has moved by other means than JMS may have no name; it is named by itself, then. */
    private static String delivery(BytesMessage message) throws JMSException {
        String name = message.getJMSMessageID();
        return name != null
                ? name
                : required(message, PropertyNames.QUEUE_ID) + ">" + message.getStringProperty(DESTINATION) + ">"
                        + message.getIntProperty(ATTEMPTS);
    }

    /** What still has to be routed is routed by the listener that it came to. */
    private static Arrival arrival(BytesMessage message, CarriedEnvelope carried) throws JMSException {
        Origin origin = origin(message);
        return new Arrival(Instant.ofEpochMilli(message.getLongProperty(PropertyNames.ARRIVED)),
                time(message, PropertyNames.EXPIRES),
                origin.listener(), origin,
                text(message, PropertyNames.ASSESSMENT)
                        .map(AssessmentCodec::read)
                        .orElse(Assessment.NONE),
                carried.wish(), carried.answer());
    }

    private static Origin origin(BytesMessage message) throws JMSException {
        return new Origin(text(message, PropertyNames.CLIENT_ADDRESS), text(message, PropertyNames.CLIENT_NAME),
                text(message, PropertyNames.HELO), text(message, PropertyNames.TLS), text(message, PropertyNames.USER),
                text(message, PropertyNames.LISTENER));
    }

    private static Optional<String> text(BytesMessage message, String property) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(property));
    }

    private static Course course(BytesMessage message) throws JMSException {
        return new Course(text(message, DESTINATION).map(Destination::parse),
                lane(message), message.getIntProperty(ATTEMPTS), message.getBooleanProperty(DELAY_TOLD),
                message.getBooleanProperty(ASKED));
    }

    /** {@return the lane that is asked for; the ordinary one where none is} */
    static Lane lane(BytesMessage message) throws JMSException {
        String name = message.getStringProperty(PropertyNames.LANE);
        return name == null ? Lane.ORDINARY : Lane.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** {@return the time in this property; empty if it is not there} */
    static Optional<Instant> time(BytesMessage message, String property) throws JMSException {
        return message.propertyExists(property)
                ? Optional.of(Instant.ofEpochMilli(message.getLongProperty(property)))
                : Optional.empty();
    }

    private static Envelope envelope(String text) {
        return switch (EnvelopeText.parse(text)) {
            case Parsed.Valid<Envelope> valid -> valid.value();
            case Parsed.Invalid<Envelope> invalid ->
                throw new IllegalArgumentException("the envelope is not valid: " + invalid.violation().text());
        };
    }

    private static String required(BytesMessage message, String property) throws JMSException {
        String value = message.getStringProperty(property);
        if (value == null) {
            throw new IllegalArgumentException("the property " + property + " is missing");
        }
        return value;
    }
}
