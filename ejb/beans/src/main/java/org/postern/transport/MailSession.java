package org.postern.transport;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.mail.Authenticator;
import jakarta.mail.Session;
import org.postern.client.transport.SessionPropertyNames;
import org.postern.client.transport.SubmittingProvider;
import org.postern.client.transport.SubmittingTransport;

import java.util.Properties;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Puts the session {@code java:/mail/postern} where applications find it, as long as the gateway is deployed. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSession {
    /** The name of the session in JNDI. */
    public static final String NAME = "java:/mail/postern";

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory broker;

    /** The name is no input of anybody's, and nothing is looked up. */
    @PostConstruct
    @SuppressWarnings("BanJNDI")
    void bind() {
        try {
            new InitialContext().bind(NAME, session(broker));
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void unbind() {
        try {
            new InitialContext().unbind(NAME);
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Session session(ConnectionFactory broker) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", SubmittingTransport.PROTOCOL);
        properties.setProperty("mail.transport.protocol.rfc822", SubmittingTransport.PROTOCOL);
        properties.put(SessionPropertyNames.FACTORY, broker);
        Session session = Session.getInstance(properties, new Ours());
        session.addProvider(new SubmittingProvider());
        return session;
    }

    /** Jakarta Mail looks for a transport where the session's authenticator comes from: applications have no need to know ours. */
    private static final class Ours extends Authenticator {}
}
