package org.postern.client;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Mail that the gateway delivered to a queue or topic of an application.
 *
 * @param contract the version of the contract that the gateway kept to; it may be later than {@link PropertyNames#CONTRACT_VERSION}
 * @param queueId the name of the message in the log, in the 250 and in the console
 * @param envelope with all recipients that the queue serves
 * @param arrived when the gateway took it
 * @param expires when it is of no use any more; empty if nobody said so
 * @param origin who handed it in
 * @param findings what was found about it
 * @param message what carries it, for all else
 * @param answer to which submission it is an answer; empty where it is none
 */
public record DeliveredMail(int contract, String queueId, Envelope envelope, Instant arrived,
        Optional<Instant> expires, Origin origin, Findings findings, BytesMessage message, Optional<Answer> answer) {
    private static final Map<String, String> METHODS = Map.of("spf", PropertyNames.SPF, "dkim", PropertyNames.DKIM,
            "dmarc", PropertyNames.DMARC, "arc", PropertyNames.ARC);

    /**
     * {@return the mail that a message carries} Its octets are not looked at yet.
     *
     * @throws MalformedMessageException when it is no mail by the contract
     * @throws JMSException when the broker fails
     */
    public static DeliveredMail of(Message message) throws JMSException {
        if (!(message instanceof BytesMessage octets)) {
            throw new MalformedMessageException("mail is a BytesMessage");
        }
        MessageProperties properties = new MessageProperties(message);
        return new DeliveredMail(properties.count(PropertyNames.CONTRACT).orElse(1),
                MessageProperties.required(PropertyNames.QUEUE_ID, properties.text(PropertyNames.QUEUE_ID)),
                envelope(MessageProperties.required(PropertyNames.ENVELOPE, properties.text(PropertyNames.ENVELOPE))),
                MessageProperties.required(PropertyNames.ARRIVED, properties.time(PropertyNames.ARRIVED)),
                properties.time(PropertyNames.EXPIRES), Origin.of(properties), findings(properties), octets,
                answer(properties));
    }

    private static Optional<Answer> answer(MessageProperties properties) throws JMSException {
        Optional<String> kind = properties.text(PropertyNames.ANSWER);
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(kind.get(),
                        MessageProperties.required(PropertyNames.ANSWERS_TO, properties.text(PropertyNames.ANSWERS_TO)),
                        Optional.ofNullable(properties.message().getJMSCorrelationID())));
    }

    private static Envelope envelope(String text) throws MalformedMessageException {
        try {
            return Envelope.parse(text);
        } catch (MalformedMessageException e) {
            throw new MalformedMessageException(
                    "the property " + PropertyNames.ENVELOPE + " is no envelope: " + e.getMessage(),
                    e);
        }
    }

    private static Findings findings(MessageProperties properties) throws JMSException {
        Map<String, String> authentication = new TreeMap<>();
        for (Map.Entry<String, String> method : METHODS.entrySet()) {
            Optional<String> result = properties.text(method.getValue());
            result.ifPresent(word -> authentication.put(method.getKey(), word));
        }
        return new Findings(properties.text(PropertyNames.ASSESSMENT), properties.text(PropertyNames.VERDICT),
                properties.number(PropertyNames.SCORE), authentication);
    }

    /** {@return whether a person had it handed over once more, out of the gateway's archive; it may have been dealt with before, under the same queue id} */
    public boolean isReplayed() throws JMSException {
        return message.getBooleanProperty(PropertyNames.REPLAYED);
    }

    /** {@return the number of octets} */
    public long size() throws JMSException {
        return message.getBodyLength();
    }

    /**
     * Writes the octets, as they came by SMTP, without closing the target. They come from the broker in blocks and are never all in memory; where there are so many that
     * the broker streams them, they may be there once only.
     *
     * @throws JMSException when the broker fails, or has streamed them already
     * @throws IOException when the target fails
     */
    public void writeTo(OutputStream target) throws JMSException, IOException {
        MessageBody.copy(message, target);
    }

    /**
     * {@return the octets, all in memory; it may be once only where the broker streams them}
     *
     * @throws JMSException when the broker fails, or they are more than an array can hold
     */
    public byte[] octets() throws JMSException {
        return MessageBody.octets(message);
    }

    /**
     * {@return the mail as Jakarta Mail reads it, all in memory; it may be once only where the broker streams it}
     *
     * @throws MessagingException when it cannot be read that way
     */
    public MimeMessage mimeMessage() throws JMSException, MessagingException {
        return mimeMessage(Reading.SESSION);
    }

    /**
     * {@return the same, as a session of the application's own has it, from which an answer may be sent}
     *
     * @throws MessagingException when it cannot be read that way
     */
    public MimeMessage mimeMessage(Session session) throws JMSException, MessagingException {
        return new MimeMessage(session, new ByteArrayInputStream(octets()));
    }

    /** Without a session no part of a message is decoded. */
    private static final class Reading {
        static final Session SESSION = Session.getInstance(new Properties());
    }
}
