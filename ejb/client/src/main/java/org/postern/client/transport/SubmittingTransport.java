package org.postern.client.transport;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.event.TransportEvent;
import jakarta.mail.internet.MimeMessage;
import org.postern.client.SubmissionBuilder;

import java.io.IOException;
import java.util.Optional;

/**
 * Hands mail in at a queue of the gateway, each message by a connection of its own. Where connections of the factory join the caller's transaction, it is part of that:
 * committed, the mail is the gateway's; rolled back, there never was any. Elsewhere the mail is the gateway's when {@link #sendMessage} returns. What becomes of each
 * recipient is told later, by reports to the sender and, where they are asked for, by events; these call the mail by its Message-ID.
 */
public class SubmittingTransport extends Transport {
    /** The protocol of this transport. */
    public static final String PROTOCOL = "postern";
    private static final Address[] NOBODY = {};

    private Optional<PasswordAuthentication> login = Optional.empty();

    /** As Jakarta Mail makes it. */
    public SubmittingTransport(Session session, URLName name) {
        super(session, name);
    }

    /** Keeps by what name and password to log in; without a password, the factory's own are taken. The broker is asked at each message. */
    @Override
    protected boolean protocolConnect(String host, int port, String user, String password) {
        login = Optional.ofNullable(password == null
                ? session.requestPasswordAuthentication(null, port, PROTOCOL, null, user)
                : new PasswordAuthentication(user, password));
        return true;
    }

    @Override
    public void sendMessage(Message message, Address[] recipients) throws MessagingException {
        if (!(message instanceof MimeMessage mail)) {
            throw new MessagingException("mail is a MimeMessage");
        }
        hand(submission(mail, recipients));
        notifyTransportListeners(TransportEvent.MESSAGE_DELIVERED, recipients, NOBODY, NOBODY, message);
    }

    private SubmissionBuilder submission(MimeMessage mail, Address... recipients) throws MessagingException {
        try {
            SubmissionBuilder submission = EnvelopeOfMail
                    .begun(mail, property(SessionPropertyNames.FROM), recipients)
                    .mimeMessage(mail);
            Optional.ofNullable(mail.getMessageID()).ifPresent(submission::correlation);
            property(SessionPropertyNames.EVENTS).ifPresent(submission::events);
            return submission;
        } catch (IOException | IllegalArgumentException e) {
            throw new MessagingException("the message cannot be sent: " + e.getMessage(), e);
        }
    }

    private void hand(SubmissionBuilder submission) throws MessagingException {
        try (Connection connection = connection();
                jakarta.jms.Session jms = connection.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE)) {
            Optional<String> answers = property(SessionPropertyNames.REPLY_TO);
            if (answers.isPresent()) {
                submission.replyTo(jms.createQueue(answers.get()));
            }
            submission.build().handIn(jms);
        } catch (JMSSecurityException e) {
            throw new AuthenticationFailedException("the broker does not let in: " + e.getMessage(), e);
        } catch (JMSException e) {
            throw new MessagingException("the gateway does not take the message: " + e.getMessage(), e);
        }
    }

    private Connection connection() throws MessagingException, JMSException {
        ConnectionFactory factory = factory();
        return login.isPresent()
                ? factory.createConnection(login.get().getUserName(), login.get().getPassword())
                : factory.createConnection();
    }

    private ConnectionFactory factory() throws MessagingException {
        if (session.getProperties().get(SessionPropertyNames.FACTORY) instanceof ConnectionFactory factory) {
            return factory;
        }
        throw new MessagingException(
                "the session's property " + SessionPropertyNames.FACTORY + " is no connection factory of JMS");
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(session.getProperty(name));
    }
}
