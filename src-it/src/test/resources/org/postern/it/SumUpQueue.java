import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueConnection;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes the messages out of a queue, whatever they are, and prints of each, after {@code =}, its sender, its octets and its last line: SERVER ACCOUNT QUEUE. */
class SumUpQueue {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";

    public static void main(String[] arguments) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(arguments[0]));
                QueueConnection connection = factory.createQueueConnection(arguments[1],
                        System.getenv("POSTERN_PASSWORD"));
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(arguments[2]))) {
            connection.start();
            while (consumer.receive(1000) instanceof BytesMessage message) {
                String body = body(message);
                System.out.println("= " + message.getStringProperty("postern_reversePath") + " " + body.length() + " "
                        + body.substring(body.lastIndexOf('\n', body.length() - 2) + 1).strip());
            }
        }
    }

    private static String body(BytesMessage message) throws JMSException {
        byte[] octets = new byte[(int) message.getBodyLength()];
        if (octets.length < 100_000) {
            message.readBytes(octets);
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        message.setObjectProperty("JMS_AMQ_SaveStream", whole);
        return whole.toString(StandardCharsets.ISO_8859_1);
    }
}
