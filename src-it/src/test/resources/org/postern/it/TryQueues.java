import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Queue;
import jakarta.jms.Session;

import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.util.UUID;

/** Says of each queue what an account may do there: SERVER ACCOUNT QUEUE..., a line each, {@code = QUEUE} with {@code reads} or {@code writes}; of {@code +QUEUE} whether it {@code shares}: has a queue of its own beside it. */
class TryQueues {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";

    private interface Act {
        void on(Session session, Queue queue) throws JMSException;
    }

    public static void main(String[] arguments) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(arguments[0]));
                Connection connection = factory.createConnection(arguments[1], System.getenv("POSTERN_PASSWORD"))) {
            for (int i = 2; i < arguments.length; i++) {
                String name = arguments[i];
                if (name.startsWith("+")) {
                    System.out.println("= " + name + (shares(factory, arguments[1], name.substring(1)) ? " shares" : ""));
                    continue;
                }
                if (name.indexOf('#') >= 0 || name.indexOf('*') >= 0) {
                    System.out.println("= " + name + (overhears(factory, arguments[1], name) ? " overhears" : ""));
                    continue;
                }
                boolean reads = may(connection, name, (session, queue) -> session.createConsumer(queue).close());
                boolean writes = may(connection, name, (session, queue) -> {
                    session.createProducer(queue).send(session.createMessage());
                });
                System.out.println("= " + name + (reads ? " reads" : "") + (writes ? " writes" : ""));
            }
        }
    }

    /** {@return whether the account may have a queue of its own at the address of another, which gets a share of what is sent there} */
    private static boolean shares(ActiveMQConnectionFactory factory, String account, String queue) throws JMSException {
        SimpleString share = SimpleString.of("share-" + UUID.randomUUID());
        try (ClientSession sharing = factory.getServerLocator().createSessionFactory().createSession(account,
                System.getenv("POSTERN_PASSWORD"), false, true, true, false, 1)) {
            sharing.createQueue(QueueConfiguration.of(share)
                    .setAddress("jms.queue." + queue)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(false)
                    .setTemporary(true));
            return true;
        } catch (ActiveMQSecurityException refused) {
            return false;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    /** {@return whether a queue of the account's own, at an address with wildcards, gets what is sent to a queue that the address matches} */
    private static boolean overhears(ActiveMQConnectionFactory factory, String account, String address) {
        try (ClientSession spying = factory.getServerLocator().createSessionFactory().createSession(account,
                System.getenv("POSTERN_PASSWORD"), false, true, true, false, 1)) {
            SimpleString spy = SimpleString.of("spy-" + UUID.randomUUID());
            spying.createQueue(QueueConfiguration.of(spy)
                    .setAddress(address)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(false)
                    .setTemporary(true));
            // In a queue of its own, which the account may make as well.
            String own = "overheard" + UUID.randomUUID();
            String heard = address.startsWith("jms.queue.*") ? "jms.queue." + own + ".by.nobody" : "jms.queue." + own;
            spying.createQueue(QueueConfiguration.of(heard).setRoutingType(RoutingType.ANYCAST).setDurable(false).setTemporary(true));
            try (ClientProducer producer = spying.createProducer(heard)) {
                producer.send(spying.createMessage(false));
            }
            return spying.queueQuery(spy).getMessageCount() > 0;
        } catch (ActiveMQSecurityException closed) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean may(Connection connection, String name, Act act) throws JMSException {
        try (Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
            act.on(session, session.createQueue(name));
            session.commit(); // what was sent is refused here at the latest
            return true;
        } catch (JMSSecurityException closed) {
            return false;
        }
    }
}
