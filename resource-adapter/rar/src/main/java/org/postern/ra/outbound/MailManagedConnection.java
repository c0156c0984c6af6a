package org.postern.ra.outbound;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import org.postern.client.Submission;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** What the server pools. Holds nothing open itself: each message takes one of the server's connections to the broker, and with it the caller's transaction. */
final class MailManagedConnection implements ManagedConnection {
    private final ConnectionFactory broker;
    private final Set<MailConnectionHandle> handles = ConcurrentHashMap.newKeySet();
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private PrintWriter log;

    MailManagedConnection(ConnectionFactory broker) {
        this.broker = broker;
    }

    String submit(Submission submission) throws ResourceException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            return submission.handIn(session);
        } catch (JMSException e) {
            throw new ResourceException("the gateway does not take the message: " + e.getMessage(), e);
        }
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) {
        MailConnectionHandle handle = new MailConnectionHandle(this);
        handles.add(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) {
        MailConnectionHandle handle = (MailConnectionHandle) connection;
        handle.moveTo(this);
        handles.add(handle);
    }

    void forget(MailConnectionHandle handle) {
        handles.remove(handle);
    }

    void closed(MailConnectionHandle handle) {
        forget(handle);
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(handle);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    @Override
    public void cleanup() {
        handles.forEach(MailConnectionHandle::end);
        handles.clear();
    }

    @Override
    public void destroy() {
        cleanup();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("the connections to the broker are the resources of transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("the connections to the broker are the resources of transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new GatewayMetaData();
    }

    @Override
    public PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(PrintWriter log) {
        this.log = log;
    }
}
