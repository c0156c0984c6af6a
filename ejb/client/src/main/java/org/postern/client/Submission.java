package org.postern.client;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

import java.time.Instant;
import java.util.Optional;

/**
 * Mail to be handed in on {@value #QUEUE}, or {@value #BULK_QUEUE}.
 *
 * @param envelope who is told of a failure, and who is to get it
 * @param content the mail
 * @param expires when it is of no use any more, and is given up; empty for when the gateway gives up
 * @param bulk whether other mail may overtake it
 * @param correlation by what name events about it call it; empty for its JMSMessageID
 * @param replyTo where events about it go; empty for nowhere
 * @param events of which kinds of events it wants to hear; empty for the usual ones
 * @param replies where answers to it go; empty where none are asked for
 */
public record Submission(Envelope envelope, MailContent content, Optional<Instant> expires, boolean bulk,
        Optional<String> correlation, Optional<Destination> replyTo, Optional<String> events,
        Optional<Replies> replies) {
    /** The queue where mail is handed in. */
    public static final String QUEUE = "postern.submit";
    /** The queue where mail to many is handed in. */
    public static final String BULK_QUEUE = "postern.submit.bulk";
    private static final String BULK = "BULK";

    /**
     * {@return what makes mail from this sender, who is told of failures}
     *
     * @throws IllegalArgumentException when it is no address
     */
    public static SubmissionBuilder from(String address) {
        if (address.isEmpty()) {
            throw new IllegalArgumentException("not an address: it is empty");
        }
        return new SubmissionBuilder(address);
    }

    /** {@return what makes mail of which no failure is reported, such as a report or an automatic answer} */
    public static SubmissionBuilder fromNobody() {
        return new SubmissionBuilder("");
    }

    /**
     * {@return the message, to be sent before long: a client library that streams reads much content as it sends it}
     *
     * @throws JMSException when the broker fails, or the content cannot be read
     */
    public BytesMessage message(Session session) throws JMSException {
        return fill(session.createBytesMessage());
    }

    /**
     * {@return the message, to be sent before long: a client library that streams reads much content as it sends it}
     *
     * @throws JMSRuntimeException when the broker fails, or the content cannot be read
     */
    public BytesMessage message(JMSContext context) {
        BytesMessage message = context.createBytesMessage();
        try {
            return fill(message);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    /**
     * Hands it in, on the queue for mail to many if it is bulk. In a transaction of the session that is part of it; else it is the gateway's when the call returns.
     *
     * @return by what name events call it where it has no correlation: its JMSMessageID
     * @throws JMSException when the broker fails, or the content cannot be read
     */
    public String handIn(Session session) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(bulk ? BULK_QUEUE : QUEUE))) {
            BytesMessage message = message(session);
            producer.send(message);
            return message.getJMSMessageID();
        }
    }

    private BytesMessage fill(BytesMessage message) throws JMSException {
        message.setStringProperty(PropertyNames.ENVELOPE, envelope.toString());
        if (expires.isPresent()) {
            message.setLongProperty(PropertyNames.EXPIRES, expires.get().toEpochMilli());
        }
        if (bulk) {
            message.setStringProperty(PropertyNames.LANE, BULK);
        }
        if (events.isPresent()) {
            message.setStringProperty(PropertyNames.EVENTS, events.get());
        }
        if (replies.isPresent()) {
            fill(message, replies.get());
        }
        if (correlation.isPresent()) {
            message.setJMSCorrelationID(correlation.get());
        }
        if (replyTo.isPresent()) {
            message.setJMSReplyTo(replyTo.get());
        }
        MessageBody.write(message, content);
        return message;
    }

    private static void fill(BytesMessage message, Replies replies) throws JMSException {
        message.setStringProperty(PropertyNames.REPLIES, replies.queue());
        if (replies.until().isPresent()) {
            message.setLongProperty(PropertyNames.REPLIES_UNTIL, replies.until().get().toEpochMilli());
        }
    }
}
