package org.postern.broker.remote;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;

import java.io.StringReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one broker elsewhere about itself, over its address of management (Artemis, "Using Management Via Core/JMS Messages"), by a connection of its own
 * which it keeps. No question waits longer than {@link #PATIENCE}.
 */
final class BrokerHost implements AutoCloseable {
    private static final int PATIENCE = 3000;
    private static final int TTL = 10_000;
    private static final String MANAGEMENT = "activemq.management";
    private static final String BROKER = "broker";
    private static final String ALL = "{\"field\":\"\",\"operation\":\"\",\"value\":\"\",\"sortOrder\":\"asc\",\"sortField\":\"name\"}";
    private static final int PAGE = 500;
    /** What it holds beyond this many queues is not looked at. */
    private static final int MOST_PAGES = 20;
    private static final int PER_CENT = 100;
    /** Of a move, so many messages go in a transaction, */
    private static final int TOGETHER = 100;
    /** and so many at a time, for as long as a question may last. */
    private static final int AT_ONCE = 1000;

    private final TransportConfiguration transport;
    private final String user;
    private final String password;
    private final InstantSource clock;
    private final List<AutoCloseable> open = new ArrayList<>();
    private ClientSession session;
    private ClientRequestor requestor;

    BrokerHost(TransportConfiguration transport, String user, String password, InstantSource clock) {
        this.transport = transport;
        this.user = user;
        this.password = password;
        this.clock = clock;
    }

    /**
     * {@return what the broker says}
     *
     * @throws Exception whatever keeps it from saying so: nobody there, a backup that is none yet, a password, its permissions
     */
    synchronized BrokerState state() throws Exception {
        try {
            connect();
            List<RemoteQueue> queues = new ArrayList<>();
            for (int page = 1; page <= MOST_PAGES && addPage(page, queues); page++) {
                // until the last
            }
            Number used = (Number) attribute("DiskStoreUsage");
            Number most = (Number) attribute("MaxDiskUsage");
            return new BrokerState(clock.instant(), (int) (used.doubleValue() * PER_CENT), most.intValue(), queues);
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void connect() throws Exception {
        if (requestor != null) {
            return;
        }
        ServerLocator locator = opened(ActiveMQClient.createServerLocatorWithoutHA(transport));
        locator.setCallTimeout(PATIENCE)
                .setCallFailoverTimeout(PATIENCE)
                .setReconnectAttempts(0)
                .setInitialConnectAttempts(1)
                .setConnectionTTL(TTL)
                .setClientFailureCheckPeriod(TTL / 2)
                .setUseTopologyForLoadBalancing(false);
        ClientSessionFactory factory = opened(locator.createSessionFactory());
        session = opened(factory.createSession(user, password, false, true, true, false, 1));
        session.start();
        requestor = new ClientRequestor(session, MANAGEMENT);
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.addFirst(resource);
        return resource;
    }

    private boolean addPage(int page, List<RemoteQueue> queues) throws Exception {
        JsonObject list;
        try (JsonReader reader = Json
                .createReader(new StringReader(String.valueOf(operation(BROKER, "listQueues", ALL, page, PAGE))))) {
            list = reader.readObject();
        }
        List<JsonObject> rows = list.getJsonArray("data").getValuesAs(JsonObject.class);
        rows.stream()
                .filter(row -> !Boolean.parseBoolean(row.getString("internalQueue", "false")))
                .map(RemoteQueue::of)
                .forEach(queues::add);
        return rows.size() == PAGE;
    }

    private Object attribute(String name) throws Exception {
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putAttribute(question, BROKER, name);
        return answer(question);
    }

    private Object operation(String resource, String name, Object... arguments) throws Exception {
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putOperationInvocation(question, resource, name, arguments);
        return answer(question);
    }

    private Object answer(ClientMessage question) throws Exception {
        ClientMessage answer = requestor.request(question, PATIENCE);
        if (answer == null) {
            throw new IllegalStateException("no answer within " + PATIENCE + " ms");
        }
        Object result = ManagementHelper.getResult(answer);
        if (!ManagementHelper.hasOperationSucceeded(answer)) {
            throw new IllegalStateException(String.valueOf(result));
        }
        return result;
    }

    /** Has the broker move what lies in a queue to another address, a thousand messages at most; {@return how many messages that were}. */
    synchronized long move(String queue, String address) throws Exception {
        try {
            connect();
            return ((Number) operation("queue." + queue, "moveMessages", TOGETHER, "", address, false, AT_ONCE))
                    .longValue();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** Ends the connection; the next question makes another. */
    @Override
    public synchronized void close() {
        requestor = null; // its queue ends with the session
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception ended) {
                // it is gone already, or goes with what it belongs to
            }
        }
        open.clear();
    }
}
