package org.postern.transport;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.event.TransportEvent;
import jakarta.mail.internet.MimeMessage;
import org.postern.client.Submission;

import java.io.IOException;

/**
 * Hands mail in at a queue of the gateway. In a transaction (Jakarta Transactions) that is part of it: committed, the mail is the gateway's; rolled back, there never
 * was any. Without one the mail is the gateway's when {@link #sendMessage} returns. What becomes of each recipient is told later, by reports to the sender.
 */
public class SubmittingTransport extends Transport {
    /** The protocol of this transport. */
    public static final String PROTOCOL = "postern";
    /** The property of the session that holds the connection factory, whose connections join the caller's transaction. */
    static final String FACTORY = "mail.postern.factory";
    private static final Address[] NOBODY = {};

    /** As Jakarta Mail makes it. */
    public SubmittingTransport(Session session, URLName name) {
        super(session, name);
    }

    /** The broker is asked at each message. */
    @Override
    protected boolean protocolConnect(String host, int port, String user, String password) {
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

    private static Submission submission(MimeMessage mail, Address... recipients) throws MessagingException {
        try {
            return EnvelopeOfMail.begun(mail, recipients).mimeMessage(mail).build();
        } catch (IOException | IllegalArgumentException e) {
            throw new MessagingException("the message cannot be sent: " + e.getMessage(), e);
        }
    }

    private void hand(Submission submission) throws MessagingException {
        try (Connection connection = factory().createConnection();
                jakarta.jms.Session jms = connection.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = jms.createProducer(jms.createQueue(Submission.QUEUE))) {
            producer.send(submission.message(jms));
        } catch (JMSException e) {
            throw new MessagingException("the gateway does not take the message: " + e.getMessage(), e);
        }
    }

    private ConnectionFactory factory() throws MessagingException {
        if (session.getProperties().get(FACTORY) instanceof ConnectionFactory factory) {
            return factory;
        }
        throw new MessagingException("only the session " + MailSession.NAME + " leads to the gateway");
    }
}
