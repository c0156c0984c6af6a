package org.postern.ra.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import org.junit.jupiter.api.Test;
import org.postern.client.BrokerInMemory;
import org.postern.client.Submission;
import org.postern.client.connector.MailConnection;
import org.postern.client.connector.MailConnectionFactory;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a server does with connections, and what an application sees of it. */
class MailManagedConnectionTest {
    private static final Submission MAIL = Submission.from("a@b.example")
            .to("c@d.example")
            .content("Subject: x\n\nhello\n")
            .build();

    private final BrokerInMemory broker = new BrokerInMemory();
    private final MailManagedConnection managed = new MailManagedConnection(broker.factory());

    private static MailConnection handle(MailManagedConnection managed) {
        return (MailConnection) managed.getConnection(null, null);
    }

    private static void refuses(MailConnection connection) {
        assertThatExceptionOfType(ResourceException.class).isThrownBy(() -> connection.submit(MAIL))
                .withMessageContaining("closed");
    }

    @Test
    void whatIsSubmittedIsOnTheQueueAndNothingStaysOpen() throws ResourceException {
        assertThat(handle(managed).submit(MAIL)).isEqualTo("ID:1");
        assertThat(broker.sent).extracting(BrokerInMemory.Sent::queue).containsExactly(Submission.QUEUE);
        assertThat(broker.open).isZero();
    }

    @Test
    void theServerAllocatesWhatAnApplicationAsksFor() throws ResourceException {
        MailManagedConnectionFactory factory = new MailManagedConnectionFactory();
        MailConnectionFactory bound = (MailConnectionFactory) factory
                .createConnectionFactory((asked, request) -> handle(managed));
        try (MailConnection connection = bound.getConnection()) {
            connection.submit(MAIL);
        }
        assertThat(broker.sent).hasSize(1);
        assertThat(factory.matchManagedConnections(Set.of(managed), null, null)).isSameAs(managed);
        assertThat(factory.matchManagedConnections(Set.of(), null, null)).isNull();
    }

    @Test
    void theServerIsToldThatAConnectionIsFreeAgainOnce() {
        List<Object> free = new ArrayList<>();
        managed.addConnectionEventListener(new Closings(free));
        MailConnection connection = handle(managed);
        connection.close();
        connection.close();
        assertThat(free).containsExactly(connection);
        refuses(connection);
    }

    @Test
    void whatTheServerTakesBackTakesNoMail() throws ResourceException {
        MailConnection connection = handle(managed);
        managed.cleanup();
        refuses(connection);
        handle(managed).submit(MAIL);
    }

    @Test
    void whatMovesToAnotherConnectionOutlastsTheFirst() throws ResourceException {
        MailConnection connection = handle(managed);
        MailManagedConnection other = new MailManagedConnection(broker.factory());
        other.associateConnection(connection);
        managed.destroy();
        connection.submit(MAIL);
        other.destroy();
        refuses(connection);
    }

    @Test
    void aBrokerThatFailsIsTold() {
        ConnectionFactory away = (ConnectionFactory) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{ConnectionFactory.class}, (proxy, method, given) -> {
                    throw new JMSException("away");
                });
        assertThatExceptionOfType(ResourceException.class)
                .isThrownBy(() -> handle(new MailManagedConnection(away)).submit(MAIL))
                .withMessageContaining("away");
    }

    @Test
    void itIsNoResourceOfATransactionItself() {
        assertThatExceptionOfType(NotSupportedException.class).isThrownBy(managed::getXAResource);
        assertThatExceptionOfType(NotSupportedException.class).isThrownBy(managed::getLocalTransaction);
    }

    /** Hears what is closed, and nothing else. */
    private record Closings(List<Object> closed) implements ConnectionEventListener {
        @Override
        public void connectionClosed(ConnectionEvent event) {
            closed.add(event.getConnectionHandle());
        }

        @Override
        public void localTransactionStarted(ConnectionEvent event) {
            throw new AssertionError(event);
        }

        @Override
        public void localTransactionCommitted(ConnectionEvent event) {
            throw new AssertionError(event);
        }

        @Override
        public void localTransactionRolledback(ConnectionEvent event) {
            throw new AssertionError(event);
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            throw new AssertionError(event);
        }
    }
}
