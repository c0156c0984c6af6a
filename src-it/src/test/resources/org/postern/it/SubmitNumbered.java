import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.nio.charset.StandardCharsets;

/**
 * Hands in numbered mail until all of it is taken, however often the server goes away meanwhile: SERVER ACCOUNT REPLY FIRST LAST. Each number goes to {@code nNUMBER@test.example},
 * each tenth also to {@code goneNUMBER@test.example}, with the correlation {@code nNUMBER}; each fiftieth is also handed in as {@code backNUMBER}, and rolled back. Says when the first is taken.
 */
class SubmitNumbered {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true&callTimeout=5000"
            + "&connectionTTL=10000&clientFailureCheckPeriod=3000";
    private static final int PAUSE = 250;

    private static String first;
    private static int next;

    public static void main(String[] arguments) throws InterruptedException {
        first = arguments[3];
        next = Integer.parseInt(first);
        int last = Integer.parseInt(arguments[4]);
        while (next <= last) {
            try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(arguments[0]));
                    Connection connection = factory.createConnection(arguments[1], System.getenv("POSTERN_PASSWORD"))) {
                handIn(connection, arguments[2], last);
            } catch (JMSException | RuntimeException away) {
                Thread.sleep(PAUSE);
            }
        }
        System.out.println("= done");
    }

    private static void handIn(Connection connection, String reply, int last) throws JMSException {
        try (Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                Session undone = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue("postern.submit"));
                MessageProducer other = undone.createProducer(undone.createQueue("postern.submit"))) {
            while (next <= last) {
                if (next % 50 == 0) {
                    other.send(mail(undone, reply, "back" + next));
                    undone.rollback();
                }
                producer.send(mail(session, reply, "n" + next));
                if (next == Integer.parseInt(first)) {
                    System.out.println("= first");
                }
                next++;
            }
        }
    }

    private static BytesMessage mail(Session session, String reply, String name) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        String more = name.startsWith("n") && name.endsWith("0") ? "RCPT TO:<gone" + name.substring(1) + "@test.example>\r\n" : "";
        message.setStringProperty("postern_envelope", "MAIL FROM:<>\r\nRCPT TO:<" + name + "@test.example>\r\n" + more);
        message.setStringProperty("_AMQ_DUPL_ID", name);
        message.setJMSCorrelationID(name);
        message.setJMSReplyTo(session.createQueue(reply));
        message.writeBytes(("Subject: " + name + "\r\n\r\nhello\r\n").getBytes(StandardCharsets.US_ASCII));
        return message;
    }
}
