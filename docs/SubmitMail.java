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
    private static final String HTTP = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true&sslEnabled=%s";
    private static final String TLS = "tcp://%s?enable1xPrefixes=true&sslEnabled=true";

    public static void main(String[] arguments) throws JMSException, IOException {
        String account = arguments[1];
        String queue = arguments.length > 5 ? arguments[5] : "postern.submit";
        byte[] mail = Files.readAllBytes(Path.of(arguments[4]));

        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url(arguments[0]));
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
    /** At the port of its own for TLS there is no HTTP around it. */
    private static String url(String server) {
        if (server.startsWith("tcp://") || server.startsWith("(")) {
            return server + "?enable1xPrefixes=false"; // brokers of their own; WildFly's client would write a prefix
        }
        String place = server.replaceFirst("^.*://", "");
        return server.startsWith("tls://") ? TLS.formatted(place) : HTTP.formatted(place, server.startsWith("https://"));
    }
}
