package org.postern.it.contracts;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;

/** Answers at each delivery, and takes back all of it the first time. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = "contracts.again")})
public class Hesitates implements MessageListener {
    @Resource(lookup = "java:/mail/postern")
    private Session session;
    @Resource
    private MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        try {
            int delivery = message.getIntProperty("JMSXDeliveryCount");
            Letters.send(session, "delivery " + delivery);
            if (delivery == 1) {
                context.setRollbackOnly();
            }
        } catch (JMSException | MessagingException e) {
            throw new EJBException(e);
        }
    }
}
