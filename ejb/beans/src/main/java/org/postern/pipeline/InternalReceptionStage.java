package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.postern.smtp.server.MailReceiver;

/** The same on a port of its own, for internal systems. */
@MessageDriven(messageListenerInterface = MailReceiver.class, activationConfig = {
        @ActivationConfigProperty(propertyName = "listenerName", propertyValue = "internal"),
        @ActivationConfigProperty(propertyName = "bindAddress", propertyValue = "${postern.listener.internal.bind:127.0.0.1}"),
        @ActivationConfigProperty(propertyName = "port", propertyValue = "${postern.listener.internal.port:0}"),
        @ActivationConfigProperty(propertyName = "greetingName", propertyValue = "${postern.gateway.name:}"),
        @ActivationConfigProperty(propertyName = "maxMessageSize", propertyValue = "${postern.smtp.message-size-limit:52428800}"),
        @ActivationConfigProperty(propertyName = "maxRecipients", propertyValue = "${postern.smtp.recipient-limit:1000}"),
        @ActivationConfigProperty(propertyName = "maxErrors", propertyValue = "${postern.smtp.error-limit:50}"),
        @ActivationConfigProperty(propertyName = "maxSessions", propertyValue = "${postern.smtp.session-limit:2000}"),
        @ActivationConfigProperty(propertyName = "maxSessionsPerClient", propertyValue = "${postern.smtp.client-session-limit:400}"),
        @ActivationConfigProperty(propertyName = "commandTimeout", propertyValue = "${postern.smtp.command-timeout:300}"),
        @ActivationConfigProperty(propertyName = "dataTimeout", propertyValue = "${postern.smtp.data-timeout:180}"),
        @ActivationConfigProperty(propertyName = "spoolFolder", propertyValue = "${postern.data:${jboss.server.data.dir}/postern}/spool")})
@ResourceAdapter("#smtp.rar")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InternalReceptionStage extends ReceptionStage {}
