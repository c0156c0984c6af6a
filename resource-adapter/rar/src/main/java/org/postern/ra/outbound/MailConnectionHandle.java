package org.postern.ra.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.IllegalStateException;
import org.postern.client.Submission;
import org.postern.client.connector.MailConnection;

import java.util.Optional;

/** What an application holds, until it closes it, or the server takes it back. */
final class MailConnectionHandle implements MailConnection {
    private volatile Optional<MailManagedConnection> held;

    MailConnectionHandle(MailManagedConnection held) {
        this.held = Optional.of(held);
    }

    @Override
    public String submit(Submission submission) throws ResourceException {
        return held.orElseThrow(() -> new IllegalStateException("the connection is closed")).submit(submission);
    }

    @Override
    public void close() {
        Optional<MailManagedConnection> connection = held;
        end();
        connection.ifPresent(one -> one.closed(this));
    }

    void moveTo(MailManagedConnection connection) {
        held.ifPresent(one -> one.forget(this));
        held = Optional.of(connection);
    }

    void end() {
        held = Optional.empty();
    }
}
