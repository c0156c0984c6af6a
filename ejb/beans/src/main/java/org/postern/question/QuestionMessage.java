package org.postern.question;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.postern.client.PropertyNames;
import org.postern.config.rule.QuestionRule.Step;
import org.postern.mail.Envelope;
import org.postern.policy.question.Question;
import org.postern.receiver.Identity;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.wire.EnvelopeText;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A question as a JMS message. Whether a recipient is one is a {@code TextMessage} with the mailbox; whether a message may pass is a {@code BytesMessage} with
 * its header section. Names and meaning of the properties are a contract with applications.
 */
final class QuestionMessage {
    /** {@code recipient} or {@code message}. */
    static final String QUESTION = "postern_question";
    /** Until when somebody waits, in milliseconds since 1970. */
    static final String UNTIL = "postern_until";
    static final String CLIENT_ADDRESS = "postern_clientAddress";
    static final String HELO = "postern_helo";
    static final String LISTENER = "postern_listener";
    static final String USER = "postern_user";
    static final String TLS = "postern_tls";

    private QuestionMessage() {}

    static Message encode(Session session, Question question, Instant until) throws JMSException {
        boolean isOfRecipient = question.rule().step() == Step.RCPT;
        Envelope envelope = question.envelope();
        String recipient = envelope.recipients().getFirst().mailbox().toString();
        Message message = isOfRecipient ? session.createTextMessage(recipient) : header(session, question);
        message.setStringProperty(QUESTION, isOfRecipient ? "recipient" : "message");
        message.setLongProperty(UNTIL, until.toEpochMilli());
        message.setStringProperty(PropertyNames.REVERSE_PATH, envelope.reversePath().address());
        message.setStringProperty(PropertyNames.RECIPIENT, recipient);
        message.setIntProperty(PropertyNames.RECIPIENT_COUNT, envelope.recipients().size());
        message.setStringProperty(PropertyNames.ENVELOPE, EnvelopeText.write(envelope));
        if (!isOfRecipient) {
            message.setLongProperty(PropertyNames.SIZE, question.size());
        }
        describe(message, question.session());
        return message;
    }

    private static BytesMessage header(Session session, Question question) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(question.header().getBytes(StandardCharsets.ISO_8859_1));
        return message;
    }

    private static void describe(Message message, SessionFacts session) throws JMSException {
        message.setStringProperty(CLIENT_ADDRESS, session.client().getAddress().getHostAddress());
        message.setStringProperty(LISTENER, session.listener());
        set(message, HELO, session.helo());
        set(message, USER, session.identity().map(Identity::name));
        set(message, TLS, session.tls().map(tls -> tls.protocol()));
    }

    private static void set(Message message, String name, Optional<String> value) throws JMSException {
        if (value.isPresent()) {
            message.setStringProperty(name, value.get());
        }
    }
}
