package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.postern.queue.Lane;

/**
 * The same as {@link DeliveryStage} for mail that goes to many: with a queue and sessions of its own, because a broker whose queue has
 * grown beyond memory keeps to no priority within it.
 */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/postern.outgoing.bulk"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0"),
        @ActivationConfigProperty(propertyName = "callTimeout", propertyValue = "10000"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${postern.delivery.bulk-sessions:20}")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkDeliveryStage extends DeliveryStage {
    /** For bulk mail. */
    public BulkDeliveryStage() {
        super(Lane.BULK);
    }
}
