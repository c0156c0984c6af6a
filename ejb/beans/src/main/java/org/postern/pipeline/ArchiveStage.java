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
import org.postern.broker.StoreReadiness;
import org.postern.pipeline.archive.Archiving;
import org.postern.queue.MailQueue;

import java.time.Instant;

/** Where the twins of what was handed over come to be archived. They wait while the database is away, or short of room; no mail waits for them. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/postern.archive"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ArchiveStage implements MessageListener {
    @Inject
    private StoreReadiness stores;
    @Inject
    private Taking taking;
    @Inject
    private Archiving archiving;

    @Override
    public void onMessage(Message message) {
        taking.take(message, MailQueue.ARCHIVE, stores::awaitAllAndRoom,
                received -> archiving.keep(received.mail(), posted(message)));
    }

    /** {@return when it was handed over, in the same transaction as the mail} */
    private static Instant posted(Message message) {
        try {
            return Instant.ofEpochMilli(message.getJMSTimestamp());
        } catch (JMSException e) {
            throw new IllegalStateException("the time of a message cannot be read", e);
        }
    }
}
