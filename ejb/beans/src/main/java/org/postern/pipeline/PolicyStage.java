package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.postern.broker.DeadMail;
import org.postern.broker.MailCodec;
import org.postern.broker.ReceivedMail;
import org.postern.broker.StoreReadiness;
import org.postern.config.DataFolder;
import org.postern.contents.Contents;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;

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
    private DataFolder folder;
    @Inject
    private Judgement judgement;
    @Inject
    private Contents contents;
    @Inject
    private DeadMail dead;

    @Override
    public void onMessage(Message message) {
        try {
            stores.awaitAll();
            if (message instanceof BytesMessage mail) {
                judge(mail);
            } else {
                dead.bury(message, MailQueue.INCOMING, "not a BytesMessage");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PipelineLog.LOG.tryAgain("interrupted", e);
        } catch (JMSException | IOException | QueueUnavailableException e) {
            throw PipelineLog.LOG.tryAgain(e.getMessage(), e);
        }
    }

    private void judge(BytesMessage message) throws JMSException, IOException, QueueUnavailableException {
        try (ReceivedMail mail = MailCodec.decode(message, folder.spool(), contents)) {
            judgement.on(mail);
            mail.dealtWith();
        } catch (IllegalArgumentException malformed) {
            dead.bury(message, MailQueue.INCOMING, malformed.getMessage());
        }
    }
}
