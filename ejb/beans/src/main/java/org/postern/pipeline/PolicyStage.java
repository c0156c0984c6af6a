package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.postern.broker.StoreReadiness;
import org.postern.queue.MailQueue;

/** Where mail is checked that is ours already: the rules left for later, then the same ways as at reception. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/postern.incoming"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PolicyStage implements MessageListener {
    @Inject
    private StoreReadiness stores;
    @Inject
    private Taking taking;
    @Inject
    private Judgement judgement;

    @Override
    public void onMessage(Message message) {
        taking.take(message, MailQueue.INCOMING, stores::awaitAll, judgement::on);
    }
}
