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
import org.postern.config.DataFolder;
import org.postern.pipeline.queues.DeadMail;
import org.postern.pipeline.queues.MalformedSubmissionException;
import org.postern.pipeline.queues.StoreReadiness;
import org.postern.pipeline.queues.SubmissionCodec;
import org.postern.pipeline.queues.Submitted;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;

/** Where applications hand mail in: what is well-formed gets its name and trace field, and goes the way of all mail. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/postern.submit"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmitStage implements MessageListener {
    @Inject
    private StoreReadiness stores;
    @Inject
    private DataFolder folder;
    @Inject
    private Submission submission;
    @Inject
    private DeadMail dead;

    @Override
    public void onMessage(Message message) {
        try {
            stores.awaitQueues();
            if (message instanceof BytesMessage mail) {
                take(mail);
            } else {
                dead.bury(message, MailQueue.SUBMIT, "not a BytesMessage");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PipelineLog.LOG.tryAgain("interrupted", e);
        } catch (JMSException | IOException | QueueUnavailableException e) {
            throw PipelineLog.LOG.tryAgain(e.getMessage(), e);
        }
    }

    private void take(BytesMessage message) throws JMSException, IOException, QueueUnavailableException {
        try (Submitted submitted = SubmissionCodec.decode(message, submission.limits(), folder.spool())) {
            submission.take(submitted);
        } catch (MalformedSubmissionException malformed) {
            dead.bury(message, MailQueue.SUBMIT, malformed.getMessage());
        }
    }
}
