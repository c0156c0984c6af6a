package org.postern.it.contracts;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;

/** Answers each mail of a queue by one of its own, in the transaction by which it got it. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = "contracts.work")})
public class Works implements MessageListener {
    @Resource(lookup = "java:/mail/postern")
    private Session session;

    @Override
    public void onMessage(Message message) {
        try {
            MimeMessage asked = new MimeMessage(session, new ByteArrayInputStream(message.getBody(byte[].class)));
            Letters.send(session, "done " + asked.getSubject(), "example.org");
        } catch (JMSException | MessagingException e) {
            throw new EJBException(e);
        }
    }
}
