package org.postern.it.contracts;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
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
            MimeMessage done = new MimeMessage(session);
            done.setFrom("works@app.example");
            done.setRecipients(RecipientType.TO, "customer@example.org");
            done.setSubject("done " + asked.getSubject());
            done.setText("It is done.");
            Transport.send(done);
        } catch (jakarta.jms.JMSException | MessagingException e) {
            throw new EJBException(e);
        }
    }
}
