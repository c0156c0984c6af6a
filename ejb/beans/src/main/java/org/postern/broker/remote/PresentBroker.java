package org.postern.broker.remote;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Connections to one of the brokers elsewhere for as long as it answers, and then to the next that does: whoever is out of reach is asked for none, and nobody
 * waits for him. It stays with one, since what is posted once more after a fault is known as such where it was posted before, and nowhere else. Which one it begins with goes by
 * the name of the node, so that several gateways share the brokers. While nobody is known to answer, it is tried with whoever takes a connection.
 */
public final class PresentBroker implements ConnectionFactory {
    private final ConnectionFactory any;
    private final RemoteBroker remote;
    private final Function<String, ConnectionFactory> named;
    private final Map<String, ConnectionFactory> known = new ConcurrentHashMap<>();
    private final int first;
    private volatile String chosen = "";

    /**
     * @param any leads to any of them
     * @param remote says who answers
     * @param node the name of this gateway among several
     * @param named finds the one that leads to this broker alone
     */
    public PresentBroker(ConnectionFactory any, RemoteBroker remote, String node,
            Function<String, ConnectionFactory> named) {
        this.first = node.hashCode();
        this.any = any;
        this.remote = remote;
        this.named = named;
    }

    private ConnectionFactory next() {
        List<String> present = remote.answering();
        if (present.isEmpty()) {
            return any;
        }
        if (!present.contains(chosen)) {
            chosen = present.get(Math.floorMod(first, present.size()));
        }
        return known.computeIfAbsent(chosen, named);
    }

    @Override
    public Connection createConnection() throws JMSException {
        return next().createConnection();
    }

    @Override
    public Connection createConnection(String userName, String password) throws JMSException {
        return next().createConnection(userName, password);
    }

    @Override
    public JMSContext createContext() {
        return next().createContext();
    }

    @Override
    public JMSContext createContext(String userName, String password) {
        return next().createContext(userName, password);
    }

    @Override
    public JMSContext createContext(String userName, String password, int sessionMode) {
        return next().createContext(userName, password, sessionMode);
    }

    @Override
    public JMSContext createContext(int sessionMode) {
        return next().createContext(sessionMode);
    }
}
