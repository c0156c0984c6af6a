import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Queue;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Says of each queue what an account may do there: SERVER ACCOUNT QUEUE..., a line each, {@code = QUEUE} with {@code reads} or {@code writes}. */
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
                boolean reads = may(connection, name, (session, queue) -> session.createConsumer(queue).close());
                boolean writes = may(connection, name, (session, queue) -> {
                    session.createProducer(queue).send(session.createMessage());
                });
                System.out.println("= " + name + (reads ? " reads" : "") + (writes ? " writes" : ""));
            }
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
