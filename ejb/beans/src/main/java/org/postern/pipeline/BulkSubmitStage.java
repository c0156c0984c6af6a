package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.postern.queue.Lane;

/** The same as {@link SubmitStage} for mail that goes to many: fewer at a time, and all of it bulk. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/postern.submit.bulk"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkSubmitStage extends SubmitStage {
    /** For bulk mail. */
    public BulkSubmitStage() {
        super(Lane.BULK);
    }
}
