package org.postern.examples.orders;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.postern.client.DeliveredMail;
import org.postern.client.Submission;

import java.util.Objects;

/** Takes an order from the queue, writes it down and confirms it: one transaction, of which all happens or nothing. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = "shop.orders")})
public class OrderMail implements MessageListener {
    @PersistenceContext
    private EntityManager orders;
    @Inject
    private JMSContext jms;

    @Override
    public void onMessage(Message message) {
        try {
            DeliveredMail mail = DeliveredMail.of(message);
            if (orders.find(PurchaseOrder.class, mail.queueId()) == null) {
                take(mail);
            }
        } catch (JMSException | MessagingException e) {
            throw new EJBException(e);
        }
    }

    private void take(DeliveredMail mail) throws JMSException, MessagingException {
        MimeMessage content = mail.mimeMessage();
        PurchaseOrder order = new PurchaseOrder(mail.queueId(), mail.envelope().reversePath(),
                Objects.requireNonNullElse(content.getSubject(), ""));
        if (isFromAPerson(mail, content)) {
            jms.createProducer().send(jms.createQueue(Submission.QUEUE), confirmation(order).message(jms));
            order.noted(Confirmation.HANDED_IN);
        }
        orders.persist(order);
    }

    /** Who answers automatic mail may be answered automatically, for ever (RFC 3834). */
    private static boolean isFromAPerson(DeliveredMail mail, MimeMessage content) throws MessagingException {
        return !mail.envelope().isFromNobody() && content.getHeader("Auto-Submitted") == null;
    }

    private Submission confirmation(PurchaseOrder order) {
        return Submission.fromNobody()
                .to(order.customer())
                .correlation(order.number())
                .replyTo(jms.createQueue(OrderEvents.QUEUE))
                .content("""
                        From: orders@shop.example
                        To: <%s>
                        Subject: Your order %s
                        Auto-Submitted: auto-replied

                        We have it.
                        """.formatted(order.customer(), order.number()))
                .build();
    }
}
