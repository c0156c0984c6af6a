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
import org.postern.account.AccountRights;
import org.postern.answer.Answers;
import org.postern.answer.RepliesAsked;
import org.postern.bounce.Conversation;
import org.postern.broker.DeadMail;
import org.postern.broker.MalformedSubmissionException;
import org.postern.broker.StoreReadiness;
import org.postern.broker.SubmissionCodec;
import org.postern.broker.Submitted;
import org.postern.config.DataFolder;
import org.postern.event.OutcomeWish;
import org.postern.queue.Lane;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;
import java.util.Optional;

/** Where applications hand mail in: what is well-formed gets its name and trace field, and goes the way of all mail. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/postern.submit"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmitStage implements MessageListener {
    private final Lane lane;

    @Inject
    private StoreReadiness stores;
    @Inject
    private DataFolder folder;
    @Inject
    private Submission submission;
    @Inject
    private DeadMail dead;
    @Inject
    private Answers answers;
    @Inject
    private RepliesAsked replies;
    @Inject
    private AccountRights rights;

    /** For mail that goes by what it says of itself, and by how much there is of it. */
    public SubmitStage() {
        this(Lane.ORDINARY);
    }

    SubmitStage(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void onMessage(Message message) {
        try {
            stores.awaitQueues();
            rights.awaitKnown(message);
            if (message instanceof BytesMessage mail) {
                take(mail);
            } else {
                bury(message, "not a BytesMessage");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PipelineLog.LOG.tryAgain("interrupted", e);
        } catch (JMSException | IOException | QueueUnavailableException e) {
            throw PipelineLog.LOG.tryAgain(e.getMessage(), e);
        }
    }

    private String queue() {
        return lane == Lane.BULK ? MailQueue.SUBMIT_BULK : MailQueue.SUBMIT;
    }

    private void take(BytesMessage message)
            throws JMSException, IOException, QueueUnavailableException, InterruptedException {
        try (Submitted submitted = SubmissionCodec.decode(message, submission.limits(), folder.spool())) {
            take(message, submitted);
        } catch (MalformedSubmissionException malformed) {
            bury(message, malformed.getMessage());
        }
    }

    private void bury(Message message, String reason) throws JMSException {
        dead.bury(message, queue(), reason, answers.refusal(message, queue(), reason));
    }

    /** What was read for the look at it can be read no more from the message. */
    private void take(BytesMessage message, Submitted submitted)
            throws JMSException, IOException, QueueUnavailableException, InterruptedException {
        Submitted checked;
        Optional<OutcomeWish> wish;
        Optional<Conversation> conversation;
        try {
            checked = submitted.checked();
            wish = answers.wish(message, queue(), checked.envelope().reversePath());
            Optional<String> fault = rights.fault(message, checked.envelope(), checked.content());
            if (fault.isPresent()) {
                throw new MalformedSubmissionException(fault.get());
            }
            conversation = replies.of(message, queue(), checked);
        } catch (MalformedSubmissionException malformed) {
            String reason = malformed.getMessage();
            dead.bury(message, submitted.content(), queue(), reason, answers.refusal(message, queue(), reason));
            return;
        }
        if (conversation.isPresent()) {
            stores.awaitAll();
        }
        submission.take(checked, lane, wish, conversation);
    }
}
