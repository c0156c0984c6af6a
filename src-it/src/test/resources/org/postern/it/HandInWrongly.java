import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;

/**
 * Hands in mail that has no recipient, once for each place where it wants to be answered, the name of a queue or what a sender may write,
 * {@code KIND://NAME}, which it says in the correlation, too; then prints what
 * lies in a queue, each message after {@code =}: its correlation, its property postern_event, its text. SERVER ACCOUNT QUEUE PLACE...
 */
class HandInWrongly {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";

    public static void main(String[] arguments) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(arguments[0]));
                Connection connection = factory.createConnection(arguments[1], System.getenv("POSTERN_PASSWORD"));
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue("postern.submit"))) {
            for (int i = 3; i < arguments.length; i++) {
                BytesMessage message = session.createBytesMessage();
                message.setStringProperty("postern_reversePath", arguments[2] + "@wrong.example");
                message.setJMSCorrelationID(arguments[i]);
                message.setJMSReplyTo(arguments[i].contains("://")
                        ? ActiveMQDestination.fromPrefixedName(arguments[i])
                        : session.createQueue(arguments[i]));
                message.writeBytes("Subject: wrong\r\n\r\n".getBytes());
                producer.send(message);
            }
            connection.start();
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(arguments[2]))) {
                Message answer = consumer.receive(10_000);
                while (answer != null) {
                    System.out.println("= " + answer.getJMSCorrelationID() + " " + answer.getStringProperty("postern_event") + " "
                            + answer.getBody(String.class));
                    answer = consumer.receive(1_000);
                }
            }
        }
    }
}
