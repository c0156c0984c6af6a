package org.postern.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.postern.client.PropertyNames;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.QueueId;
import org.postern.queue.MailQueue;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message that lies where somebody has to decide what becomes of it.
 *
 * @param queue in which it lies
 * @param key its JMSMessageID, which names it there; empty if it has none
 * @param cameFrom the queue in which it was before; empty if nobody knows
 * @param reason why it is here
 * @param since when it was sent here, by whoever did; the broker itself keeps the time of before
 * @param queueId the name of the mail; empty if it never had one
 * @param envelope as far as it can be read
 * @param octets of the body
 * @param head what it begins with; empty where it is large or no octets
 * @param type of the JMS message, such as {@code bytes}
 */
public record DeadLetter(String queue, String key, Optional<String> cameFrom, String reason, Instant since,
        Optional<QueueId> queueId, Optional<Envelope> envelope, long octets, Content head, String type) {
    /** Where the broker itself says from where it has moved a message, and that its time was over. */
    private static final String MOVED_FROM = "_AMQ_ORIG_QUEUE";
    private static final String EXPIRED = "_AMQ_ACTUAL_EXPIRY";
    private static final int LONGEST = 1000;
    private static final int HEAD = 16_384;
    /** How many recipients are named to people. */
    private static final int MOST_NAMED = 10;

    /**
     * {@return whether nobody but the gateway has written it} Where it came from counts only in the queue that nobody else writes: there the broker says it, or the
     * gateway.
     */
    public boolean isOwn() {
        return isOwn(queue, cameFrom);
    }

    /** {@return in a few words, what is another one about this envelope than about that which it has} */
    String change(Envelope mended) {
        return "its envelope is now " + brief(mended) + ", and was "
                + envelope.map(DeadLetter::brief).orElse("none that can be read");
    }

    /** {@return an envelope on one line, as people are told of it} */
    public static String brief(Envelope envelope) {
        String to = envelope.recipients()
                .stream()
                .limit(MOST_NAMED)
                .map(one -> one.mailbox().toString())
                .collect(Collectors.joining(", "));
        int more = envelope.recipients().size() - MOST_NAMED;
        return "from <" + envelope.reversePath().address() + "> to " + to + (more > 0 ? " and " + more + " more" : "");
    }

    private static boolean isOwn(String queue, Optional<String> cameFrom) {
        return queue.equals(MailQueue.DEAD) && cameFrom.filter(OwnMail.QUEUES::contains).isPresent();
    }

    static DeadLetter of(Message message, String queue) throws JMSException {
        return new DeadLetter(queue, Optional.ofNullable(message.getJMSMessageID()).orElse(""), cameFrom(message),
                reason(message), Instant.ofEpochMilli(message.getJMSTimestamp()), queueId(message), envelope(message),
                octets(message, isOwn(queue, cameFrom(message))), head(message), switch (message) {
                    case BytesMessage bytes -> "bytes";
                    case TextMessage text -> "text";
                    default -> "other";
                });
    }

    /** Whoever has written a message may have said so, but for the broker, which comes last. */
    private static Optional<String> cameFrom(Message message) throws JMSException {
        Optional<String> moved = movedFrom(message);
        return moved.isPresent() ? moved : text(message, DeadMail.CAME_FROM).map(JmsAddress::queue);
    }

    /** {@return the queue from which the broker itself has moved it; empty if it has not} */
    static Optional<String> movedFrom(Message message) throws JMSException {
        return text(message, MOVED_FROM).map(JmsAddress::queue);
    }

    /** {@return a selector of those that came from this queue} */
    static String selector(String from) {
        String plain = literal(from);
        String full = literal(JmsAddress.ofQueue(from));
        return "(" + DeadMail.CAME_FROM + " IN (" + plain + ", " + full + ") OR " + MOVED_FROM + " IN (" + plain + ", "
                + full + "))";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String reason(Message message) throws JMSException {
        String said = text(message, MOVED_FROM).isPresent()
                ? ofBroker(message)
                : text(message, DeadMail.REASON).orElse(ofBroker(message));
        return text(message, WholeMessage.LOST)
                .map(file -> said + "; its content, the file content/" + file + ", is gone")
                .orElse(said);
    }

    private static String ofBroker(Message message) throws JMSException {
        return message.propertyExists(EXPIRED)
                ? "its time to live was over"
                : "the broker gave it up after too many attempts";
    }

    private static Optional<QueueId> queueId(Message message) throws JMSException {
        try {
            return text(message, PropertyNames.QUEUE_ID).map(QueueId::new);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Envelope> envelope(Message message) throws JMSException {
        try {
            return Optional.of(SubmissionCodec.envelope(message));
        } catch (MalformedSubmissionException malformed) {
            return Optional.empty();
        }
    }

    /** {@return a property as a text, at most a thousand characters of it} */
    private static Optional<String> text(Message message, String property) throws JMSException {
        return Optional.ofNullable(message.getObjectProperty(property))
                .map(Object::toString)
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())));
    }

    private static Content head(Message message) throws JMSException {
        if (!(message instanceof BytesMessage octets) || octets.getBodyLength() >= MailBody.LARGE) {
            return Content.of(new byte[0]);
        }
        byte[] head = new byte[(int) Math.min(octets.getBodyLength(), HEAD)];
        octets.reset();
        octets.readBytes(head);
        return Content.of(head);
    }

    private static long octets(Message message, boolean isOwn) throws JMSException {
        return switch (message) {
            case BytesMessage bytes ->
                isOwn && message.propertyExists(PropertyNames.SIZE) && OwnMail.name(message).isPresent()
                        ? message.getLongProperty(PropertyNames.SIZE)
                        : bytes.getBodyLength();
            case TextMessage text -> Optional.ofNullable(text.getText()).map(String::length).orElse(0);
            default -> 0;
        };
    }
}
