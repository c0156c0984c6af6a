package org.postern.ra.outbound;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import org.postern.client.connector.MailConnection;
import org.postern.client.connector.MailConnectionFactory;

import java.io.Serializable;

import javax.naming.Reference;

/** What applications find in JNDI: has the server allocate each connection. */
final class AllocatingConnectionFactory implements MailConnectionFactory, Serializable, Referenceable {
    private static final long serialVersionUID = 1L;

    private final MailManagedConnectionFactory factory;
    private final transient ConnectionManager connections;
    private Reference reference;

    AllocatingConnectionFactory(MailManagedConnectionFactory factory, ConnectionManager connections) {
        this.factory = factory;
        this.connections = connections;
    }

    @Override
    public MailConnection getConnection() throws ResourceException {
        return (MailConnection) connections.allocateConnection(factory, null);
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}
