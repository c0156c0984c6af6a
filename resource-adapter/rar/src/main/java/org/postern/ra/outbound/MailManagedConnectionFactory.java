package org.postern.ra.outbound;

import jakarta.jms.ConnectionFactory;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ResourceAllocationException;
import org.postern.client.connector.MailConnection;
import org.postern.client.connector.MailConnectionFactory;

import java.io.PrintWriter;
import java.util.Set;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.security.auth.Subject;

/** What the server makes connections by, and keeps them apart by: all are alike, and any may serve anybody. */
@ConnectionDefinition(connectionFactory = MailConnectionFactory.class, connectionFactoryImpl = AllocatingConnectionFactory.class, connection = MailConnection.class, connectionImpl = MailConnectionHandle.class)
public class MailManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {
    private static final long serialVersionUID = 1L;
    /** The server's connections to the broker, which join the transaction of whoever uses them, and are recovered by the server. */
    private static final String BROKER = "java:/JmsXA";

    private transient ResourceAdapter adapter;
    private transient PrintWriter log;

    @Override
    public Object createConnectionFactory(ConnectionManager connections) {
        return new AllocatingConnectionFactory(this, connections);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("only in a server");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request)
            throws ResourceException {
        return new MailManagedConnection(broker());
    }

    /** The name is no input of anybody's. */
    @SuppressWarnings("BanJNDI")
    private static ConnectionFactory broker() throws ResourceException {
        try {
            return (ConnectionFactory) new InitialContext().lookup(BROKER);
        } catch (NamingException e) {
            throw new ResourceAllocationException(BROKER + " is not there", e);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ManagedConnection matchManagedConnections(Set free, Subject subject, ConnectionRequestInfo request) {
        for (Object one : free) {
            if (one instanceof MailManagedConnection connection) {
                return connection;
            }
        }
        return null;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(PrintWriter log) {
        this.log = log;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailManagedConnectionFactory;
    }

    @Override
    public int hashCode() {
        return MailManagedConnectionFactory.class.hashCode();
    }
}
