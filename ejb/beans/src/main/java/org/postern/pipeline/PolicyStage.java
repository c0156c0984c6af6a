package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.postern.broker.MailIntake;
import org.postern.broker.ReceivedMail;
import org.postern.broker.StoreReadiness;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;
import java.util.Optional;

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
    private MailIntake intake;
    @Inject
    private Judgement judgement;

    @Override
    public void onMessage(Message message) {
        try {
            stores.awaitAll();
            Optional<ReceivedMail> received = intake.take(message, MailQueue.INCOMING);
            if (received.isPresent()) {
                judge(received.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PipelineLog.LOG.tryAgain("interrupted", e);
        } catch (JMSException | IOException | QueueUnavailableException e) {
            throw PipelineLog.LOG.tryAgain(e.getMessage(), e);
        }
    }

    /** Whatever a rule throws, the mail is good: it is judged again later. */
    private void judge(ReceivedMail received) throws IOException, QueueUnavailableException {
        try (received) {
            judgement.on(received);
            received.dealtWith();
        }
    }
}
