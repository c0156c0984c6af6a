package org.postern.examples.orders;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.postern.client.EventNames;
import org.postern.client.MailEvent;

import java.util.Map;
import java.util.Optional;

/** Notes beside each order what the gateway says of its confirmation. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = OrderEvents.QUEUE)})
public class OrderEvents implements MessageListener {
    /** Where the gateway is asked to tell it. */
    static final String QUEUE = "shop.orders.events";

    private static final Map<String, Confirmation> MEANING = Map.of(EventNames.ACCEPTED, Confirmation.ACCEPTED,
            EventNames.QUARANTINED, Confirmation.QUARANTINED, EventNames.DELIVERED, Confirmation.DELIVERED,
            EventNames.REFUSED, Confirmation.FAILED, EventNames.FAILED, Confirmation.FAILED, EventNames.EXPIRED,
            Confirmation.FAILED, EventNames.RETURNED, Confirmation.FAILED);

    @PersistenceContext
    private EntityManager orders;

    @Override
    public void onMessage(Message message) {
        try {
            MailEvent event = MailEvent.of(message);
            if (MEANING.containsKey(event.kind())) {
                order(event).noted(MEANING.get(event.kind()));
            }
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }

    /** Of two parts of a transaction one is committed first: the confirmation may be accepted before its order can be seen. The event comes again then. */
    private PurchaseOrder order(MailEvent event) {
        String number = event.correlation().orElseThrow(() -> new EJBException("an event of no order: " + event.key()));
        return Optional.ofNullable(orders.find(PurchaseOrder.class, number, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new EJBException("no such order yet: " + number));
    }
}
