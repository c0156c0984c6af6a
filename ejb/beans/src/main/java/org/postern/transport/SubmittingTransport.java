package org.postern.transport;

import jakarta.jms.BytesMessage;
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
import org.postern.broker.MailCodec;
import org.postern.queue.MailQueue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Hands mail in at a queue of the gateway. In a transaction (Jakarta Transactions) that is part of it: committed, the mail is the gateway's; rolled back, there never
 * was any. Without one the mail is the gateway's when {@link #sendMessage} returns. What becomes of each recipient is told later, by reports to the sender.
 */
public class SubmittingTransport extends Transport {
    /** The protocol of this transport. */
    public static final String PROTOCOL = "postern";
    /** The property of the session that holds the connection factory, whose connections join the caller's transaction. */
    static final String FACTORY = "mail.postern.factory";
    private static final String[] UNSENT = {"Bcc"};
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
        String envelope = EnvelopeOfMail.text(mail, recipients);
        hand(envelope, octets(mail));
        notifyTransportListeners(TransportEvent.MESSAGE_DELIVERED, recipients, NOBODY, NOBODY, message);
    }

    private static byte[] octets(MimeMessage mail) throws MessagingException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (OutputStream lines = new LinesByCrlf(octets)) {
            mail.writeTo(lines, UNSENT);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be written", e);
        }
        return octets.toByteArray();
    }

    private void hand(String envelope, byte[] octets) throws MessagingException {
        try (Connection connection = factory().createConnection();
                jakarta.jms.Session jms = connection.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = jms.createProducer(jms.createQueue(MailQueue.SUBMIT))) {
            BytesMessage message = jms.createBytesMessage();
            message.setStringProperty(MailCodec.ENVELOPE, envelope);
            message.writeBytes(octets);
            producer.send(message);
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
