import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueConnection;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Hands a mail to the gateway, to be sent. The file holds it as it is to leave: header fields, an empty line, the body, lines ended by
 * CRLF. An empty FROM is the null reverse-path. QUEUE is postern.submit, unless it is named.
 *
 * <pre>
 * export POSTERN_PASSWORD=...
 * java -cp ear/target/server/bin/client/jboss-client.jar docs/SubmitMail.java HOST:PORT ACCOUNT FROM TO FILE [QUEUE]
 * </pre>
 */
class SubmitMail {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true&sslEnabled=%s";

    public static void main(String[] arguments) throws JMSException, IOException {
        String server = arguments[0].replaceFirst("^tls://", "");
        boolean tls = arguments[0].startsWith("tls://");
        String account = arguments[1];
        String queue = arguments.length > 5 ? arguments[5] : "postern.submit";
        byte[] mail = Files.readAllBytes(Path.of(arguments[4]));

        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(server, tls));
                QueueConnection connection = factory.createQueueConnection(account, System.getenv("POSTERN_PASSWORD"));
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            BytesMessage message = session.createBytesMessage();
            message.setStringProperty("postern_reversePath", arguments[2]);
            message.setStringProperty("postern_recipient", arguments[3]);
            message.writeBytes(mail);
            producer.send(message);
            session.commit(); // from here on it is the gateway's
        }
    }
}
