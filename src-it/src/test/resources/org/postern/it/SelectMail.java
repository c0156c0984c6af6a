import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueConnection;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.util.Collections;

/** Takes the first message that a selector lets through out of a queue, and prints its properties, and what JMS itself lets a sender set, after {@code =}: SERVER ACCOUNT QUEUE SELECTOR. */
class SelectMail {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";

    public static void main(String[] arguments) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(arguments[0]));
                QueueConnection connection = factory.createQueueConnection(arguments[1],
                        System.getenv("POSTERN_PASSWORD"));
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(arguments[2]), arguments[3])) {
            connection.start();
            Message message = consumer.receive(10_000);
            if (message != null) {
                for (Object name : Collections.list(message.getPropertyNames())) {
                    System.out.println("= " + name + "=" + message.getObjectProperty(name.toString()));
                }
                System.out.println("= JMSCorrelationID=" + message.getJMSCorrelationID());
                System.out.println("= JMSType=" + message.getJMSType());
                System.out.println("= JMSReplyTo=" + message.getJMSReplyTo());
                System.out.println("= JMSPriority=" + message.getJMSPriority());
                System.out.println("= JMSDeliveryMode=" + message.getJMSDeliveryMode());
                System.out.println("= JMSExpiration=" + message.getJMSExpiration());
            }
        }
    }
}
