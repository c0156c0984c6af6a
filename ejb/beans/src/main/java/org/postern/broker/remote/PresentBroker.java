package org.postern.broker.remote;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Connections to the brokers elsewhere that answer now, to one after another: whoever is out of reach is asked for none, and nobody waits for him. While nobody is
 * known to answer, it is tried with whoever takes a connection.
 */
public final class PresentBroker implements ConnectionFactory {
    private final ConnectionFactory any;
    private final RemoteBroker remote;
    private final Function<String, ConnectionFactory> named;
    private final Map<String, ConnectionFactory> known = new ConcurrentHashMap<>();
    private final AtomicInteger turns = new AtomicInteger();

    /**
     * @param any leads to any of them
     * @param remote says who answers
     * @param named finds the one that leads to this broker alone
     */
    public PresentBroker(ConnectionFactory any, RemoteBroker remote, Function<String, ConnectionFactory> named) {
        this.any = any;
        this.remote = remote;
        this.named = named;
    }

    private ConnectionFactory next() {
        List<String> present = remote.answering();
        return present.isEmpty()
                ? any
                : known.computeIfAbsent(present.get(Math.floorMod(turns.getAndIncrement(), present.size())), named);
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
