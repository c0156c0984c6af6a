import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads the mail in an application's queue, until there is none for a while. Each message becomes a file, named by its queue id, that
 * holds the octets as they came by SMTP, the gateway's trace field on top; its envelope is printed. With {@code topic:NAME} as the queue it
 * subscribes to a topic, for good: the broker keeps what comes later until it is read in the same way again.
 *
 * <pre>
 * export POSTERN_PASSWORD=...
 * java -cp ear/target/server/bin/client/jboss-client.jar docs/ReadQueue.java HOST:PORT QUEUE ACCOUNT FOLDER [SECONDS]
 * </pre>
 *
 * HOST:PORT is that of the console: JMS comes in by the same port. {@code tls://HOST:PORT} is the port that the gateway has for applications by TLS, and
 * {@code https://HOST:PORT} whatever ends TLS in front of the console. Where brokers outside of the gateway hold the queues, it is {@code tcp://HOST:PORT} of one
 * of them, or {@code (tcp://HOST:PORT,tcp://HOST:PORT)}.
 */
class ReadQueue {
    private static final String HTTP = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true&sslEnabled=%s";
    private static final String TLS = "tcp://%s?enable1xPrefixes=true&sslEnabled=true";

    public static void main(String[] arguments) throws JMSException, IOException {
        String queueName = arguments[1];
        String account = arguments[2];
        Path folder = Files.createDirectories(Path.of(arguments[3]));
        long patience = 1000 * Long.parseLong(arguments.length > 4 ? arguments[4] : "2");

        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url(arguments[0]));
                Connection connection = factory.createConnection(account, System.getenv("POSTERN_PASSWORD"))) {
            connection.setClientID(account);
            connection.start();
            try (Session session = connection.createSession(Session.SESSION_TRANSACTED);
                    MessageConsumer consumer = consumer(session, queueName)) {
                Message message = consumer.receive(patience);
                while (message != null) {
                    keep((BytesMessage) message, folder);
                    session.commit(); // only now has the broker forgotten it
                    message = consumer.receive(patience);
                }
            }
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

    private static MessageConsumer consumer(Session session, String name) throws JMSException {
        return name.startsWith("topic:")
                ? session.createDurableConsumer(session.createTopic(name.substring("topic:".length())), "mail")
                : session.createConsumer(session.createQueue(name));
    }

    /** Writes the octets, and returns when they are on the disk. */
    private static void keep(BytesMessage message, Path folder) throws JMSException, IOException {
        Path file = folder.resolve(message.getStringProperty("postern_queueId") + ".eml");
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
            byte[] part = new byte[1 << 16];
            int length = message.readBytes(part);
            while (length > 0) {
                out.write(part, 0, length);
                length = message.readBytes(part);
            }
        }
        System.out.println(file + " " + message.getStringProperty("postern_envelope").strip().replace("\r\n", " "));
    }
}
