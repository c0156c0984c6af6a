import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.nio.charset.StandardCharsets;

/**
 * Hands mail in and hears what becomes of it: SERVER ACCOUNT, then {@code NAME=VALUE}: {@code from}, {@code to} (several, a comma between them), {@code subject}, {@code reply} (a queue,
 * or {@code temporary}), and, where they are wanted, {@code events}, {@code correlation}, {@code field} (a line above the subject), {@code user} (who it claims to be, in each place where the broker would say it), {@code life} (milliseconds until it expires), {@code selector}, {@code count} (how many events it waits for),
 * {@code patience} (milliseconds after each), {@code end} ({@code rollback}, or {@code leave}: it closes a temporary queue at once and hears nothing). Prints of each event after {@code =}: its
 * kind, correlation, recipient and key as JMS has them, and its text, a tabulator between them.
 */
class HandInAndHear {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";
    private static String[] given;

    public static void main(String[] arguments) throws JMSException {
        given = arguments;
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(arguments[0]));
                Connection connection = factory.createConnection(arguments[1], System.getenv("POSTERN_PASSWORD"))) {
            Session hearing = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            Destination reply = value("reply", "temporary").equals("temporary")
                    ? hearing.createTemporaryQueue()
                    : hearing.createQueue(value("reply", ""));
            handIn(connection, reply);
            if (!value("end", "").equals("leave")) {
                connection.start();
                hear(hearing, reply);
            }
        }
    }

    private static String value(String name, String otherwise) {
        for (String one : given) {
            if (one.startsWith(name + "=")) {
                return one.substring(name.length() + 1);
            }
        }
        return otherwise;
    }

    private static void handIn(Connection connection, Destination reply) throws JMSException {
        if (value("to", "").isEmpty()) {
            return;
        }
        try (Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue("postern.submit"))) {
            BytesMessage message = session.createBytesMessage();
            StringBuilder envelope = new StringBuilder("MAIL FROM:<" + value("from", "") + ">\r\n");
            for (String to : value("to", "").split(",")) {
                envelope.append("RCPT TO:<").append(to).append(">\r\n");
            }
            message.setStringProperty("postern_envelope", envelope.toString());
            message.setJMSReplyTo(reply);
            if (!value("events", "").isEmpty()) {
                message.setStringProperty("postern_events", value("events", ""));
            }
            if (!value("life", "").isEmpty()) {
                message.setLongProperty("postern_expires", System.currentTimeMillis() + Long.parseLong(value("life", "")));
            }
            if (!value("correlation", "").isEmpty()) {
                message.setJMSCorrelationID(value("correlation", ""));
            }
            if (!value("user", "").isEmpty()) {
                message.setStringProperty("JMSXUserID", value("user", ""));
                message.setStringProperty("_AMQ_VALIDATED_USER", value("user", ""));
            }
            String field = value("field", "");
            message.writeBytes(((field.isEmpty() ? "" : field + "\r\n") + "Subject: " + value("subject", "") + "\r\n\r\nhello\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            producer.send(message);
            if (value("end", "").equals("rollback")) {
                session.rollback();
            } else {
                session.commit();
            }
        }
    }

    private static void hear(Session session, Destination reply) throws JMSException {
        String selector = value("selector", "");
        int wanted = Integer.parseInt(value("count", "1"));
        long patience = Long.parseLong(value("patience", "20000"));
        try (MessageConsumer consumer = session.createConsumer(reply, selector.isEmpty() ? null : selector)) {
            for (int heard = 0; heard < wanted; heard++) {
                Message event = consumer.receive(patience);
                if (event == null) {
                    return;
                }
                System.out.println("= " + event.getStringProperty("postern_event") + "\t" + event.getJMSCorrelationID() + "\t"
                        + event.getStringProperty("postern_recipient") + "\t" + event.getStringProperty("postern_eventKey") + "\t"
                        + event.getBody(String.class));
            }
        }
    }
}
