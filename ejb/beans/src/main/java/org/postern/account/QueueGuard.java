package org.postern.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.postern.broker.JmsAddress;

import java.util.Optional;

/**
 * The part of the broker that keeps an account to its own queues and topics, beside the security settings, which know roles alone: it reads, browses, subscribes to and
 * writes what is said of it, what is temporary, and where mail is handed in. An account of which no queues are said is left to those settings, and so is what is within
 * the server. While it is not known what is said, an account gets nothing.
 */
@Singleton
public class QueueGuard
        implements
            ActiveMQServerMessagePlugin,
            ActiveMQServerConsumerPlugin,
            ActiveMQServerQueuePlugin {
    private final LiveAccounts accounts;
    private volatile Optional<ActiveMQServer> broker = Optional.empty();

    @Inject
    QueueGuard(LiveAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void registered(ActiveMQServer server) {
        broker = Optional.of(server);
    }

    @Override
    public void unregistered(ActiveMQServer server) {
        broker = Optional.empty();
    }

    @Override
    public void beforeSend(ServerSession session, Transaction transaction, Message message, boolean direct,
            boolean noAutoCreateQueue) throws ActiveMQException {
        if (BrokerSessions.isFromOutside(session) && !message.getAddress().startsWith(SubmissionMark.SUBMIT)) {
            Optional<ActiveMQException> fault = fault(session.getUsername(), message.getAddress());
            if (fault.isPresent()) {
                throw BrokerSessions.refused(transaction, fault.get());
            }
        }
    }

    /** Nothing has been given to it yet, since its client has given no credit. */
    @Override
    public void afterCreateConsumer(ServerConsumer consumer) throws ActiveMQException {
        Optional<ServerSession> session = broker.map(server -> server.getSessionByID(consumer.getSessionID()));
        if (session.isPresent() && !BrokerSessions.isFromOutside(session.get())) {
            return;
        }
        Optional<ActiveMQException> fault = session.isEmpty()
                ? Optional.of(new ActiveMQSecurityException("it is not known who reads"))
                : fault(session.get().getUsername(), consumer.getQueueAddress().toString());
        if (fault.isPresent()) {
            close(consumer);
            throw fault.get();
        }
    }

    private static void close(ServerConsumer consumer) throws ActiveMQException {
        try {
            consumer.close(true);
        } catch (ActiveMQException e) {
            throw e;
        } catch (Exception e) {
            throw new ActiveMQException(e.getMessage());
        }
    }

    /** A queue of somebody's own at the address of another's would get a share of his mail, be it read or not. */
    @Override
    public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
        String user = String.valueOf(queue.getUser());
        if (accounts.of(user).isPresent()) {
            Optional<ActiveMQException> fault = fault(user, queue.getAddress().toString());
            if (fault.isPresent()) {
                throw fault.get();
            }
        }
    }

    private Optional<ActiveMQException> fault(String user, String address) {
        if (user == null || JmsAddress.isTemporary(address)) {
            return Optional.empty();
        }
        Optional<ApplicationAccount> account = accounts.of(user);
        return account.map(one -> one.mayUse(JmsAddress.named(address))).orElse(false)
                ? Optional.empty()
                : Optional.of(new ActiveMQSecurityException(
                        "the account " + user + " may not use " + JmsAddress.named(address)));
    }
}
